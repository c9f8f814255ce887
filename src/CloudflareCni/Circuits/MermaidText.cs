using System.Globalization;
using System.Text;

namespace CloudflareCni.Circuits;

/// <summary>Writes text into a quoted label of a Mermaid diagram, so that it reads as it is and is never syntax, Markdown, HTML, an icon or a formula.</summary>
internal static class MermaidText
{
    // Mermaid marks an entity that it has found with this letter, so that a name could forge one.
    private const char EntityMark = '\uFB02';

    // Mermaid looks for icons, formulas, line breaks and its own marks after it has replaced the entity codes. This takes them apart, and doesn't show.
    private const string WordJoiner = "#8288;";

    // Between letters or digits they are nothing else: "10.0.0.1" is text, and "1. x" a list.
    private const string Joints = "./-_";

    /// <summary>Escapes a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Words with single spaces as they are, and all else as entity codes of Mermaid, such as <c>#35;</c>.</returns>
    public static string Escape(string text)
    {
        string visible = DisplayText.Escape(text);
        var escaped = new StringBuilder(visible.Length);
        for (int i = 0; i < visible.Length; i += Characters.LengthAt(visible, i))
        {
            if (IsPlain(visible, i))
            {
                escaped.Append(visible[i]);
            }
            else
            {
                escaped.Append('#').Append(Characters.CodePointAt(visible, i).ToString(CultureInfo.InvariantCulture)).Append(';');
                escaped.Append(visible[i] is '$' or ':' or '\\' or '\u00B6' or EntityMark ? WordJoiner : "");
            }
        }

        return escaped.ToString();
    }

    private static bool IsPlain(string text, int index) => text[index] switch
    {
        ' ' => index > 0 && text[index - 1] != ' ' && index < text.Length - 1,
        ',' => true,
        char joint when Joints.IndexOf(joint) >= 0 => IsWord(text, index - 1) && IsWord(text, index + 1),
        _ => IsWord(text, index),
    };

    private static bool IsWord(string text, int index) =>
        index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]) && text[index] != EntityMark;
}
