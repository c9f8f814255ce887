using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>The result of one cmdlet with one fault.</summary>
/// <param name="Output">The objects in the output.</param>
/// <param name="Errors">The errors. A terminating error is last.</param>
/// <param name="Records">Every record of the other streams.</param>
/// <param name="Screen">The text on the screen.</param>
internal sealed record FaultRun(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<object> Records, string Screen)
{
    // From Export-Clixml.
    private const int ExportDepth = 2;

    /// <summary>Gets the error ID without the common prefix, or "ok" if there isn't an error.</summary>
    public string Outcome => Errors.Count == 0 ? "ok" : string.Join("+", Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0][3..]));

    public IEnumerable<string> Warnings => Records.OfType<WarningRecord>().Select(record => record.Message);

    /// <summary>Gets everything that a user, a log or a file can contain.</summary>
    public IEnumerable<(string Place, string? Text)> Everything
    {
        get
        {
            yield return ("the screen", Screen);
            foreach (object record in Records.Concat(Output))
            {
                yield return ($"a {PSObject.AsPSObject(record).BaseObject.GetType().Name}", record.ToString());
                yield return ($"an exported {PSObject.AsPSObject(record).BaseObject.GetType().Name}", PSSerializer.Serialize(record, ExportDepth));
            }

            foreach (ErrorRecord error in Errors)
            {
                foreach ((string Place, string? Text) text in Of(error))
                {
                    yield return text;
                }
            }
        }
    }

    /// <summary>Gets control characters that could affect a terminal.</summary>
    public IEnumerable<string> Unfit =>
        from error in Errors
        from character in error.ToString()
        where char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format
        select $"U+{(int)character:X4} in an error's words";

    private static IEnumerable<(string, string?)> Of(ErrorRecord error)
    {
        yield return ("an error", error.ToString());
        yield return ("an error's details", $"{error.ErrorDetails?.Message} {error.ErrorDetails?.RecommendedAction}");
        yield return ("an error's category", error.CategoryInfo.ToString());
        yield return ("an error's target", error.TargetObject?.ToString());
        yield return ("an error's trace", error.ScriptStackTrace);
        yield return ("an error's command line", error.InvocationInfo?.Line);
        yield return ("an exported error", PSSerializer.Serialize(error, ExportDepth));
        yield return ("a whole exception", error.Exception.ToString());
        for (Exception? exception = error.Exception; exception is not null; exception = exception.InnerException)
        {
            yield return ("an exception", exception.Message);
            yield return ("an exported exception", PSSerializer.Serialize(exception, ExportDepth));
            foreach (System.Collections.DictionaryEntry entry in exception.Data)
            {
                yield return ("an exception's data", $"{entry.Key} {entry.Value}");
            }
        }
    }
}
