using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Routers;

/// <summary>What a platform does with an MD5 key. No message repeats the key.</summary>
internal sealed record RouterKeyLimits
{
    internal const string PortableForm = "1 to 20 letters, digits, dots, underscores and hyphens, a letter first";

    private const int MaxPortableLength = 20;
    private const string PortablePunctuation = "._-";

    /// <summary>Gets the most characters that the platform holds.</summary>
    public required int MaxLength { get; init; }

    /// <summary>Above how many characters the platform's documents promise nothing; as much as <see cref="MaxLength"/> when they promise all of it.</summary>
    public int? SureLength { get; init; }

    /// <summary>Gets a value indicating whether the platform writes the key in quotes, so that a space is part of it wherever it is.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Gets a value indicating whether an unquoted key may have a space between other characters.</summary>
    public bool AllowsInnerSpace { get; init; }

    /// <summary>Gets a value indicating whether the product was tried with every character that it doesn't refuse.</summary>
    public bool IsTried { get; init; }

    /// <summary>Characters that the platform changes or ends the key at.</summary>
    public string Refused { get; init; } = "";

    /// <summary>Gets why else the platform can't hold a key; null when it can.</summary>
    public System.Func<string, string?>? OtherFault { get; init; }

    /// <summary>Determines whether no platform changes the key.</summary>
    internal static bool IsPortable(string key) => key.Length is > 0 and <= MaxPortableLength && IsLetter(key[0]) && key.All(IsPortable);

    /// <summary>Checks that the platform can hold a key.</summary>
    /// <param name="platform">The platform's name.</param>
    /// <param name="subject">The CNI in words.</param>
    /// <param name="key">The key.</param>
    /// <returns>A warning when the key is risky; otherwise, <c>null</c>.</returns>
    /// <exception cref="CniArgumentException">The platform can't hold the key. The message doesn't repeat it.</exception>
    internal string? Check(string platform, string subject, string key)
    {
        if (Faults(key).FirstOrDefault() is { } fault)
        {
            throw new CniArgumentException(
                "Cni",
                $"{platform} can't hold the MD5 key of {subject}: {fault}. Use Set-Cni -Md5Key to set one that every platform holds ({PortableForm}).");
        }

        string? risk = IsPortable(key) ? null : Risks(key).FirstOrDefault();
        return risk is null ? null : $"The MD5 key may not work on {platform}: {risk}. A key that works everywhere has {PortableForm}.";
    }

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsPortable(char character) => IsLetter(character) || character is >= '0' and <= '9' || PortablePunctuation.IndexOf(character) >= 0;

    private IEnumerable<string> Faults(string key)
    {
        if (key.Any(character => character is < ' ' or > '~' or '"' or '?'))
        {
            yield return "it has a control character, a character outside ASCII, a quotation mark or a question mark";
        }

        if (key.Length > MaxLength)
        {
            yield return $"it has {RouterText.Number(key.Length)} characters, and at most {RouterText.Number(MaxLength)} are possible";
        }

        if (!IsQuoted && (key[0] == ' ' || key[key.Length - 1] == ' '))
        {
            yield return "it begins or ends with a space";
        }

        if (!IsQuoted && !AllowsInnerSpace && key.Contains(" "))
        {
            yield return "it has a space in it";
        }

        if (!IsQuoted && key[key.Length - 1] == '\\')
        {
            yield return "it ends with a backslash";
        }

        if (key.IndexOfAny(Refused.ToCharArray()) >= 0)
        {
            yield return $"it has one of the characters {string.Join(" ", Refused.ToCharArray())}";
        }

        if (OtherFault?.Invoke(key) is { } other)
        {
            yield return other;
        }
    }

    private IEnumerable<string> Risks(string key)
    {
        if (key.Length > (SureLength ?? MaxLength))
        {
            yield return $"it has more than {RouterText.Number(SureLength ?? MaxLength)} characters";
        }

        if (!IsTried && !key.All(IsPortable))
        {
            yield return "it has characters other than letters, digits, dots, underscores and hyphens";
        }
    }
}
