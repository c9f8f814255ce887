using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>A value that may be meant.</summary>
/// <param name="Value">The value.</param>
/// <param name="ToolTip">What it is, in a line.</param>
/// <param name="ListText">What the menu shows; null for the value.</param>
/// <param name="Also">Other words that find it, such as the site of a slot.</param>
internal sealed record Candidate(string Value, string? ToolTip = null, string? ListText = null, params string?[] Also)
{
    /// <summary>Completes what was typed so far.</summary>
    /// <param name="candidates">The values that there are.</param>
    /// <param name="word">What was typed, with its opening quote if there is one.</param>
    /// <returns>Those that begin with it, in the quotes that were typed.</returns>
    public static IEnumerable<CompletionResult> Complete(IEnumerable<Candidate> candidates, string word)
    {
        char? quote = word.Length > 0 && word[0] is '\'' or '"' ? word[0] : null;
        string typed = quote is { } opening ? word.Trim(opening) : word;
        return candidates
            .Where(candidate => candidate.IsFoundBy(typed) && !candidate.Value.Any(char.IsControl))
            .Select(candidate => new CompletionResult(
                Quote(candidate.Value, quote), Line(candidate.ListText ?? candidate.Value), CompletionResultType.ParameterValue, Line(candidate.ToolTip ?? candidate.Value)));
    }

    private bool IsFoundBy(string typed) => new[] { Value }.Concat(Also).Any(word => word?.StartsWith(typed, StringComparison.OrdinalIgnoreCase) == true);

    private static string Quote(string value, char? quote) => quote switch
    {
        '"' => '"' + value.Replace("`", "``").Replace("$", "`$").Replace("\"", "`\"") + '"',
        null when IsBareWord(value) => value,
        _ => '\'' + CodeGeneration.EscapeSingleQuotedStringContent(value) + '\'',
    };

    private static bool IsBareWord(string value) =>
        value.Length > 0 && char.IsLetterOrDigit(value[0]) && value.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '/');

    // A server's words: they stay in their line of the menu.
    private static string Line(string text)
    {
        string line = new(text.Select(character => char.IsControl(character) ? ' ' : character).ToArray());
        return string.IsNullOrWhiteSpace(line) ? "-" : line;
    }
}
