using System.Globalization;
using System.Text;

namespace CloudflareCni.Routers;

/// <summary>Converts names and descriptions from an API to text that is safe in a router configuration.</summary>
internal static class RouterText
{
    private const string Prefix = "CNI-";
    private const int MaxStem = 24;
    private const int IdDigits = 8;
    private const string SafePunctuation = " ._:/+=@,()-";

    /// <summary>
    /// Creates an identifier that every platform accepts: <c>CNI-</c>, then capital letters, digits and hyphens. If a conduit name can't be kept
    /// letter for letter, the start of the CNI's ID is added, so that two CNIs of a router never share a policy.
    /// </summary>
    internal static string Identifier(Cni cni)
    {
        string name = cni.Magic.ConduitName;
        var stem = new StringBuilder(name.Length);
        bool isExact = name.Length is > 0 and <= MaxStem && name[0] != '-' && name[name.Length - 1] != '-';
        foreach (char character in name)
        {
            bool isPlain = character is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            bool isCapital = character is >= 'A' and <= 'Z';
            isExact &= isPlain || (character == '-' && (stem.Length == 0 || stem[stem.Length - 1] != '-'));
            if (isPlain || isCapital)
            {
                stem.Append(char.ToUpperInvariant(character));
            }
            else if (stem.Length > 0 && stem[stem.Length - 1] != '-')
            {
                stem.Append('-');
            }
        }

        if (isExact)
        {
            return Prefix + stem;
        }

        string id = cni.Id.ToString("N").Substring(0, IdDigits).ToUpperInvariant();
        string start = Cut(stem.ToString(), MaxStem - IdDigits - 1).Trim('-');
        return start.Length == 0 ? Prefix + id : $"{Prefix}{start}-{id}";
    }

    /// <summary>Returns a text of letters, digits and safe punctuation, at most <paramref name="maxLength"/> characters long.</summary>
    internal static string Clean(string? text, int maxLength)
    {
        var clean = new StringBuilder(maxLength);
        foreach (char character in (text ?? "").Trim())
        {
            if (clean.Length == maxLength)
            {
                break;
            }

            bool isSafe = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || SafePunctuation.IndexOf(character) >= 0;
            clean.Append(isSafe ? character : '_');
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Truncates an ASCII text.</summary>
    internal static string Cut(string text, int maxLength) => text.Length <= maxLength ? text : text.Substring(0, maxLength).TrimEnd();

    /// <summary>Returns a number as digits only, in any culture.</summary>
    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
