using System.Linq;

namespace CloudflareCni.Guidance;

/// <summary>Inserts names from the API into commands that a user may copy.</summary>
internal static class GuideCommands
{
    // PowerShell reads all of these characters as a single quotation mark.
    private const string Quotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>Inserts a name into a command.</summary>
    /// <param name="command">The command, with <c>{0}</c> for the name.</param>
    /// <param name="name">The name.</param>
    /// <returns>The command, or <see langword="null"/> if the name would have another meaning in it, such as a wildcard pattern.</returns>
    public static string? For(string command, string name)
    {
        bool isSafe = name.Length > 0 && name.IndexOfAny(['*', '?', '[', ']', '`']) < 0 && DisplayText.Escape(name) == name;
        return isSafe ? command.Replace("{0}", Quote(name)) : null;
    }

    private static string Quote(string name)
    {
        bool isBare = IsLetterOrDigit(name[0]) && name.All(character => IsLetterOrDigit(character) || character is '-' or '_' or '.');
        return isBare ? name : $"'{string.Concat(name.Select(character => Quotes.IndexOf(character) < 0 ? character.ToString() : new string(character, 2)))}'";
    }

    private static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
