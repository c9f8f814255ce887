using System;
using System.Linq;
using System.Management.Automation.Language;

namespace CloudflareCni.Shell.Running;

/// <summary>Puts lines together until they are whole statements.</summary>
internal static class StatementReader
{
    /// <summary>Reads lines up to the end of a statement.</summary>
    /// <param name="readLine">Reads a line; its argument is true when the statement has begun. Null at the end of input.</param>
    /// <returns>The statement, or what there is of it at the end of input; null when there is nothing.</returns>
    public static string? Read(Func<bool, string?> readLine)
    {
        string? text = readLine(false);
        while (text is not null && IsIncomplete(text) && readLine(true) is { } line)
        {
            text += Environment.NewLine + line;
        }

        return text;
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
