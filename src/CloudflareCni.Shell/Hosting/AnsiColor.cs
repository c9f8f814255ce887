using System;

namespace CloudflareCni.Shell.Hosting;

/// <summary>Colours as a terminal reads them.</summary>
internal static class AnsiColor
{
    /// <summary>Puts the text in a colour, and what follows in the usual one.</summary>
    /// <param name="text">The text. A line end at its end stays outside, so that the colour ends before the next line starts.</param>
    /// <param name="color">The colour.</param>
    /// <returns>The text with its escape sequences.</returns>
    public static string Wrap(string text, ConsoleColor color)
    {
        string content = text.TrimEnd('\r', '\n');
        return content.Length == 0 ? text : $"\e[{Code(color)}m{content}\e[0m{text[content.Length..]}";
    }

    // ConsoleColor counts blue, green, red by its bits; terminals count red, green, blue.
    private static int Code(ConsoleColor color)
    {
        int bits = (int)color;
        int hue = ((bits & 4) >> 2) | (bits & 2) | ((bits & 1) << 2);
        return ((bits & 8) == 0 ? 30 : 90) + hue;
    }
}
