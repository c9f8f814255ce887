using System.Globalization;

namespace CloudflareCni;

/// <summary>Classifies the characters of text that may contain surrogate pairs.</summary>
internal static class Characters
{
    /// <summary>Returns the number of UTF-16 units that the character at an index takes.</summary>
    internal static int LengthAt(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;

    /// <summary>Returns the character's code point, or the value of a lone surrogate.</summary>
    internal static int CodePointAt(string text, int index) => LengthAt(text, index) == 2 ? char.ConvertToUtf32(text, index) : text[index];

    /// <summary>Returns the number of characters in a text. A surrogate pair counts as one.</summary>
    internal static int Count(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i += LengthAt(text, i))
        {
            count++;
        }

        return count;
    }

    /// <summary>Determines whether a character is invisible, or changes how its neighbors are displayed (as bidirectional marks do).</summary>
    internal static bool IsHidden(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    /// <summary>Returns the index of the first control character or lone surrogate, which can't be part of a name or a request; -1 if there is none.</summary>
    internal static int FindControl(string text)
    {
        for (int i = 0; i < text.Length; i += LengthAt(text, i))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.Control or UnicodeCategory.Surrogate)
            {
                return i;
            }
        }

        return -1;
    }
}
