using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;

namespace CloudflareCni.Routers.Tests.Parsers;

/// <summary>CNIs whose names, descriptions and keys look like configuration.</summary>
internal static class HostileLinks
{
    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\u2028", "\u0085", "\0", "\"", "'", "\\", "!", "#", ";", "{", "}", "*/", "?", "|", "$", " ", "a", "B", "7", "-", "_",
        "\nrouter bgp 1\n", "\nneighbor 192.0.2.1 remote-as 1\n", "\"; protocol bgp evil { ", "\"\n}\nneighbor 192.0.2.1 {\nremote-as 1\n}\n", "\nexit\nend\n", "\\\n",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]), Gen.String[1, 6]).Array[0, 6].Select(string.Concat);

    private static readonly Gen<string> Key = Gen.Char[' ', '~'].Array[1, 30].Select(characters => new string([.. characters.Where(character => character is not ('"' or '?'))]) + "k");

    private static readonly Gen<string> Prefix = Gen.Select(Gen.Int[0, 255], Gen.Int[0, 255])
        .Select((second, third) => string.Create(CultureInfo.InvariantCulture, $"10.{second}.{third}.0/24"));

    private static readonly Gen<string[]> Prefixes = Prefix.Array[0, 5].Select(prefixes => prefixes.Distinct().ToArray());

    /// <summary>Returns the specified number of links, each with a different address, ID and name.</summary>
    public static Gen<IReadOnlyList<HostileLink>> Of(CniRouterPlatform platform, int count) => Gen
        .Select(Text, Text, Text, Key, Prefixes, Prefixes, Gen.Guid)
        .Array[count]
        .Select(rows => Create(platform, rows));

    // A conduit name is unique in an account.
    private static IReadOnlyList<HostileLink> Create(CniRouterPlatform platform, (string, string, string, string, string[], string[], System.Guid)[] rows)
    {
        var names = new HashSet<string>();
        return
        [
            .. rows.Select((row, index) =>
            {
                string name = names.Add(row.Item1) ? row.Item1 : string.Create(CultureInfo.InvariantCulture, $"again-{index}");
                return HostileLink.Create(platform, index, name, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7);
            }),
        ];
    }
}
