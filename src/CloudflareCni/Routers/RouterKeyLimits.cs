using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Routers;

/// <summary>The limits of a platform for an MD5 key. No message repeats the key.</summary>
internal sealed record RouterKeyLimits
{
    internal const string PortableForm = "1 to 20 letters, digits, dots, underscores and hyphens, starting with a letter";

    private const int MaxPortableLength = 20;
    private const string PortablePunctuation = "._-";

    /// <summary>Gets the maximum number of characters that the platform supports.</summary>
    public required int MaxLength { get; init; }

    /// <summary>Gets the number of characters that the platform's documentation guarantees; <c>null</c> if it's <see cref="MaxLength"/>.</summary>
    public int? SureLength { get; init; }

    /// <summary>Gets a value indicating whether the key is written in quotes, so that it can contain spaces anywhere.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Gets a value indicating whether an unquoted key can have a space between other characters.</summary>
    public bool AllowsInnerSpace { get; init; }

    /// <summary>Gets a value indicating whether the product was tested with every character that isn't refused.</summary>
    public bool IsTried { get; init; }

    /// <summary>Gets the characters that the platform changes, or that end the key.</summary>
    public string Refused { get; init; } = "";

    /// <summary>Gets a function that returns another reason why the platform doesn't support a key, or <c>null</c>.</summary>
    public System.Func<string, string?>? OtherFault { get; init; }

    /// <summary>Determines whether every platform supports the key.</summary>
    internal static bool IsPortable(string key) => key.Length is > 0 and <= MaxPortableLength && IsLetter(key[0]) && key.All(IsPortable);

    /// <summary>Checks that the platform supports a key.</summary>
    /// <param name="platform">The platform's name.</param>
    /// <param name="subject">A description of the CNI.</param>
    /// <param name="key">The key.</param>
    /// <returns>A warning if the key may not work; otherwise, <c>null</c>.</returns>
    /// <exception cref="CniArgumentException">The platform doesn't support the key. The message doesn't repeat it.</exception>
    internal string? Check(string platform, string subject, string key)
    {
        if (Faults(key).FirstOrDefault() is { } fault)
        {
            throw new CniArgumentException(
                "Cni",
                $"{platform} doesn't support the MD5 key of {subject}: {fault}. Use Set-Cni -Md5Key to set a key that every platform supports ({PortableForm}).");
        }

        string? risk = IsPortable(key) ? null : Risks(key).FirstOrDefault();
        return risk is null ? null : $"The MD5 key may not work on {platform}: {risk}. A key that works on every platform has {PortableForm}.";
    }

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsPortable(char character) => IsLetter(character) || character is >= '0' and <= '9' || PortablePunctuation.IndexOf(character) >= 0;

    private IEnumerable<string> Faults(string key)
    {
        if (key.Any(character => character is < ' ' or > '~' or '"' or '?'))
        {
            yield return "it contains a control character, a character outside ASCII, a quotation mark or a question mark";
        }

        if (key.Length > MaxLength)
        {
            yield return $"it has {RouterText.Number(key.Length)} characters, but the maximum is {RouterText.Number(MaxLength)}";
        }

        if (!IsQuoted && (key[0] == ' ' || key[key.Length - 1] == ' '))
        {
            yield return "it begins or ends with a space";
        }

        if (!IsQuoted && !AllowsInnerSpace && key.Contains(" "))
        {
            yield return "it contains a space";
        }

        if (!IsQuoted && key[key.Length - 1] == '\\')
        {
            yield return "it ends with a backslash";
        }

        if (key.IndexOfAny(Refused.ToCharArray()) >= 0)
        {
            yield return $"it contains one of the characters {string.Join(" ", Refused.ToCharArray())}";
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
            yield return "it contains characters other than letters, digits, dots, underscores and hyphens";
        }
    }
}
