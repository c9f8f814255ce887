using System.Globalization;
using System.Text;

namespace CloudflareCni;

/// <summary>Formats values for messages: on one line, without characters that control a terminal.</summary>
internal static class DisplayText
{
    private const int MaxQuoted = 64;

    /// <summary>Returns the text in single quotes, escaped, and shortened if it's long.</summary>
    internal static string Quote(string text)
    {
        if (text.Length <= MaxQuoted)
        {
            return $"'{Escape(text)}'";
        }

        int end = char.IsHighSurrogate(text[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted;
        return $"'{Escape(text.Substring(0, end))}...'";
    }

    /// <summary>Returns the text with each hidden character written as <c>\u000A</c> or <c>\U000E0001</c>.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i += Characters.LengthAt(text, i))
        {
            int length = Characters.LengthAt(text, i);
            if (!Characters.IsHidden(text, i))
            {
                escaped.Append(text, i, length);
                continue;
            }

            string format = length == 2 ? @"\U{0:X8}" : @"\u{0:X4}";
            escaped.AppendFormat(CultureInfo.InvariantCulture, format, Characters.CodePointAt(text, i));
        }

        return escaped.ToString();
    }

    /// <summary>Returns the character as <c>U+0022 (")</c>, without the glyph if the character isn't visible by itself.</summary>
    internal static string Character(string text, int index)
    {
        string code = "U+" + Characters.CodePointAt(text, index).ToString("X4", CultureInfo.InvariantCulture);
        return HasGlyph(text, index) ? $"{code} ({text.Substring(index, Characters.LengthAt(text, index))})" : code;
    }

    /// <summary>Returns a number as digits only, in any culture.</summary>
    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool HasGlyph(string text, int index) =>
        !Characters.IsHidden(text, index)
        && CharUnicodeInfo.GetUnicodeCategory(text, index) is not (UnicodeCategory.SpaceSeparator
            or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark
            or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse);
}
