using System.Collections.Generic;

namespace CloudflareCni.Sandbox.Loa;

/// <summary>Encodes text for a PDF's standard fonts (Windows code page 1252).</summary>
internal static class WinAnsi
{
    // The characters from 0x80 to 0x9F; '\0' stands for the five codes without a character.
    private const string C1 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>Encodes the text. A character that isn't in the encoding becomes a question mark, and a control character a space.</summary>
    public static byte[] Bytes(string text)
    {
        var bytes = new List<byte>(text.Length);
        foreach (char letter in text)
        {
            if (!char.IsLowSurrogate(letter))
            {
                bytes.Add(Byte(letter));
            }
        }

        return [.. bytes];
    }

    private static byte Byte(char letter)
    {
        if (char.IsControl(letter))
        {
            return (byte)' ';
        }

        if (letter is < '\u007F' or (>= '\u00A0' and <= '\u00FF'))
        {
            return (byte)letter;
        }

        int index = C1.IndexOf(letter);
        return index < 0 ? (byte)'?' : (byte)(0x80 + index);
    }
}
