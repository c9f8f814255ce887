using System;
using System.Linq;
using System.Text;

namespace CloudflareCni.Routers;

/// <summary>Writes a configuration line by line. A line is printable ASCII, so one call always writes one line.</summary>
internal sealed class RouterWriter(string commentMark)
{
    private readonly StringBuilder _text = new();

    /// <summary>Gets the text so far.</summary>
    internal string Text => _text.ToString();

    /// <summary>Writes a statement.</summary>
    internal void Line(string line)
    {
        if (!line.All(IsPrintable))
        {
            throw new InvalidOperationException("A line of a router configuration has a character that isn't printable ASCII.");
        }

        _text.Append(line.TrimEnd()).Append('\n');
    }

    /// <summary>Writes statements.</summary>
    internal void Lines(params string[] lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    /// <summary>Writes a statement if a condition is true.</summary>
    internal void LineIf(bool isWanted, string line)
    {
        if (isWanted)
        {
            Line(line);
        }
    }

    /// <summary>
    /// Writes a comment. Characters that aren't printable ASCII become underscores. So does a backslash, which at the end of a line continues the
    /// comment on some platforms, and a question mark, which shows the help on Cisco platforms.
    /// </summary>
    /// <param name="comment">The text.</param>
    /// <param name="indent">The indentation.</param>
    internal void Comment(string comment, string indent = "") =>
        Line($"{indent}{commentMark} {new string([.. comment.Select(character => IsPrintable(character) && character is not ('\\' or '?') ? character : '_')])}");

    /// <summary>Writes a separator between two parts.</summary>
    internal void Gap() => Line(commentMark == "!" ? "!" : "");

    private static bool IsPrintable(char character) => character is >= ' ' and <= '~';
}
