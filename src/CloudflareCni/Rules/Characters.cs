using System.Globalization;

namespace CloudflareCni;

/// <summary>What a character is, for text that may hold surrogate pairs.</summary>
internal static class Characters
{
    /// <summary>How many UTF-16 units the character at a place takes.</summary>
    internal static int LengthAt(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;

    /// <summary>The character's code point; a lone surrogate's own value.</summary>
    internal static int CodePointAt(string text, int index) => LengthAt(text, index) == 2 ? char.ConvertToUtf32(text, index) : text[index];

    /// <summary>How many characters a text has, a surrogate pair being one.</summary>
    internal static int Count(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i += LengthAt(text, i))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether a character would not show, or would change how its neighbours show (as bidirectional marks do).</summary>
    internal static bool IsHidden(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    /// <summary>The index of the first control character or lone surrogate, which no name can hold and no request can carry; -1 for none.</summary>
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
