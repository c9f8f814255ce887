using System.Linq;
using CsCheck;

namespace CloudflareCni.Reports.Tests.Samples;

/// <summary>Creates circuits whose texts look like Mermaid, Markdown, HTML or a terminal sequence.</summary>
internal static class HostileCircuits
{
    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\u2028", "\u0085", "\0", "\u001b[2J", "\u202e", "\"", "'", "`", "\\", "\\n", "#", ";", "#35;", "#quot;", "&lt;", "%%", "%%{init: {}}%%", "{", "}", "[", "]", "(", ")",
        "|", "<", ">", "<br>", "<img src=x onerror=alert(1)>", "</script>", "<!--", "]]>", "end", "subgraph", "click n1 \"javascript:alert(1)\"", ":::down", "classDef", "-->", "---", "1. x", "- x",
        "**x**", "_x_", "# x", "fa:fa-car", "$$x$$", "@{ shape: rect }", "=cmd|'/c calc'!A0", "\uFB02\u00B0\u00B035\u00B6\u00DF", "\uD800", "\uDC00", "\U0001F600", "\u00FC", "\u6f22", " ", "  ", "a", "B", "7", "-", "_", ".",
    ];

    /// <summary>Gets names.</summary>
    public static Gen<string> Text { get; } =
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]), Gen.String[1, 6]).Array[1, 5].Select(string.Concat);

    /// <summary>Gets circuits. Some of them have the same metro, facility or device.</summary>
    public static Gen<CniCircuit[]> Some { get; } = Gen
        .Select(Text, Text, Text, Text, Text, Text, Text.Array[0, 12], Gen.Int[0, 7])
        .Select((name, place, facility, device, state, conduit, routes, shape) => (name, place, facility, device, state, conduit, routes, shape))
        .Array[1, 4]
        .Select(rows => rows.Select((row, index) => Sample.Circuit(
            index,
            row.name,
            metro: (row.shape & 1) == 0 ? row.place : "fra",
            facility: row.shape == 3 ? null : row.facility,
            device: row.shape == 5 ? null : row.device,
            state: row.shape == 6 ? null : row.state,
            reason: row.place,
            conduit: row.conduit,
            region: row.shape == 7 ? row.place : null,
            routes: row.routes,
            withCni: row.shape != 2)).ToArray());
}
