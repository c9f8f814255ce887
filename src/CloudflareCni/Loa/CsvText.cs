using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace CloudflareCni.Loa;

/// <summary>Reads and writes comma-separated values. A spreadsheet never reads a value as a formula.</summary>
internal static class CsvText
{
    // In a spreadsheet that uses semicolons as delimiters, a value starts after each semicolon.
    private static readonly Regex FormulaStart = new("""(?:^|(?<=;))(?=[\s"]*[=+@-])""", RegexOptions.CultureInvariant);

    /// <summary>Creates a line without a line end. Every value is quoted, so that a spreadsheet can use any delimiter.</summary>
    /// <param name="values">The values.</param>
    /// <param name="delimiter">The delimiter.</param>
    public static string Line(IEnumerable<string> values, char delimiter) =>
        string.Join(delimiter.ToString(), values.Select(value => $"\"{Defuse(value).Replace("\"", "\"\"")}\""));

    /// <summary>Adds an apostrophe to a value that a spreadsheet would read as a formula.</summary>
    /// <param name="value">The value.</param>
    public static string Defuse(string value) => FormulaStart.Replace(value, "'");

    /// <summary>Reads all lines, except blank ones.</summary>
    /// <param name="text">The text. It must not be blank.</param>
    /// <param name="delimiter">The delimiter.</param>
    public static List<IReadOnlyList<string>> Read(string text, char delimiter)
    {
        var lines = new List<IReadOnlyList<string>>();
        var line = new List<string>();
        var value = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (isQuoted)
            {
                isQuoted = character != '"' || (i + 1 < text.Length && text[i + 1] == '"' && ++i > 0);
                if (isQuoted)
                {
                    value.Append(character);
                }
            }
            else if (character == '"' && value.Length == 0)
            {
                isQuoted = true;
            }
            else if (character == delimiter)
            {
                EndValue();
            }
            else if (character is '\r' or '\n')
            {
                EndLine();
            }
            else
            {
                value.Append(character);
            }
        }

        EndLine();
        return lines;

        void EndValue()
        {
            line.Add(value.ToString());
            value.Clear();
        }

        void EndLine()
        {
            EndValue();
            if (line.Count > 1 || line[0].Trim().Length > 0)
            {
                lines.Add(line);
            }

            line = [];
        }
    }
}
