using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Represents a value that completion offers.</summary>
/// <param name="Value">The value.</param>
/// <param name="ToolTip">The description of the value, in one line.</param>
/// <param name="ListText">The text in the menu, or <see langword="null"/> for the value.</param>
/// <param name="Also">Other words that find the value, such as the site of a slot.</param>
internal sealed record CompletionCandidate(string Value, string? ToolTip = null, string? ListText = null, params string?[] Also)
{
    /// <summary>Completes the word that the user has typed so far.</summary>
    /// <param name="candidates">The available values.</param>
    /// <param name="word">The typed word, with its opening quotation mark if there is one.</param>
    /// <returns>The values that begin with the word, in the quotation marks that were typed.</returns>
    public static IEnumerable<CompletionResult> Complete(IEnumerable<CompletionCandidate> candidates, string word)
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

    // The text comes from the server. It must stay in one line of the menu.
    private static string Line(string text)
    {
        string line = new(text.Select(character => char.IsControl(character) ? ' ' : character).ToArray());
        return string.IsNullOrWhiteSpace(line) ? "-" : line;
    }
}
