using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Sandbox.Loa;

/// <summary>Breaks text into lines by the width of its letters in Helvetica, from the font's published metrics.</summary>
internal static class Helvetica
{
    // In thousandths of the font size, from the space to the tilde.
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Breaks text at spaces, and within a word only if the word is wider than a line.</summary>
    public static IEnumerable<string> Lines(string text, double size, double width)
    {
        string line = string.Empty;
        foreach (string word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = word;
            if (line.Length > 0 && Width(line + " " + rest, size) <= width)
            {
                line += " " + rest;
                continue;
            }

            if (line.Length > 0)
            {
                yield return line;
            }

            while (Width(rest, size) > width)
            {
                int fitting = Enumerable.Range(1, rest.Length).Last(length => length == 1 || Width(rest.Substring(0, length), size) <= width);
                fitting -= fitting > 1 && char.IsHighSurrogate(rest[fitting - 1]) ? 1 : 0;
                yield return rest.Substring(0, fitting);
                rest = rest.Substring(fitting);
            }

            line = rest;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    // All other characters are about as wide as capital letters.
    private static double Width(string text, double size) =>
        text.Sum(letter => letter is >= ' ' and <= '~' ? Widths[letter - ' '] : 778) * size / 1000;
}
