using System.Globalization;
using System.Text;

namespace CloudflareCni.Circuits;

/// <summary>Escapes text for a quoted label of a Mermaid diagram, so that it's shown unchanged and never read as syntax, Markdown, HTML, an icon or a formula.</summary>
internal static class MermaidText
{
    // Mermaid marks the entities that it finds with this letter, so a name that contains it could create an entity.
    private const char EntityMark = '\uFB02';

    // Mermaid looks for icons, formulas, line breaks and its own marks after it replaces the entity codes. This invisible character separates their parts.
    private const string WordJoiner = "#8288;";

    // Between letters or digits, these characters are only text: "10.0.0.1" is text, but "1. x" is a list.
    private const string Joints = "./-_";

    /// <summary>Escapes a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Words with single spaces unchanged, and everything else as Mermaid's entity codes, such as <c>#35;</c>.</returns>
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
