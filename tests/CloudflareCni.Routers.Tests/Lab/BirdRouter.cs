using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>BIRD 2.</summary>
internal sealed partial class BirdRouter(Namespace network) : Router(network)
{
    public const string Bird = "/usr/sbin/bird";
    public const string Birdc = "/usr/sbin/birdc";

    /// <summary>The parts of a bird.conf that the module doesn't write.</summary>
    public const string Base = """
        router id 198.51.100.1;
        protocol device { }
        protocol direct { ipv4; }
        protocol kernel { merge paths on limit 8; ipv4 { import none; export where source ~ [ RTS_BGP, RTS_STATIC ]; }; }

        """;

    private string Socket => Path.Combine(Network.Folder, "bird.ctl");

    /// <summary>Returns whether the parser accepts a configuration.</summary>
    public static bool Accepts(string path) => Command.Run(Bird, "-p", "-c", path).ExitCode == 0;

    public override void StartCustomer(IReadOnlyList<string> texts) => Start(Base + string.Concat(texts));

    /// <summary>Starts the daemon.</summary>
    public void Start(string configuration)
    {
        Network.Start(Bird, "-f", "-c", Network.Write("bird.conf", configuration), "-s", Socket);
        Eventually.True("BIRD answers", () => Command.Run(Birdc, "-s", Socket, "show", "status").ExitCode == 0, Network.Log);
    }

    public string Show(string command) => Command.Must(Birdc, ["-s", Socket, .. command.Split(' ')]);

    /// <summary>Returns the output of several commands.</summary>
    public string ShowAll(IEnumerable<string> commands) => Command.Feed(string.Join('\n', commands) + "\n", Birdc, "-s", Socket).Output;

    public override bool IsEstablished(string neighbor) => ProtocolOf(neighbor) is { } protocol && protocol.State == "Established";

    public override IReadOnlyList<string> Learned(string neighbor) => Routes(neighbor, "protocol");

    public override IReadOnlyList<string> Advertised(string neighbor) => Routes(neighbor, "export");

    public override string Explain() => $"{Show("show protocols all")}\n{Show("show route all")}\n{Network.Log()}";

    private IReadOnlyList<string> Routes(string neighbor, string selection) => ProtocolOf(neighbor) is { } protocol
        ? [.. Prefix().Matches(Show($"show route {selection} {protocol.Name}")).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)]
        : [];

    private (string Name, string State)? ProtocolOf(string neighbor)
    {
        string[] blocks = Show("show protocols all").Split("\n\n");
        return blocks.FirstOrDefault(block => block.Contains($"Neighbor address: {neighbor}\n", StringComparison.Ordinal)) is { } found
            ? (ProtocolName().Match(found).Groups[1].Value, State().Match(found).Groups[1].Value)
            : null;
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+\.\d+/\d+", RegexOptions.Multiline)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(\w+) +BGP ", RegexOptions.Multiline)]
    private static partial Regex ProtocolName();

    [GeneratedRegex(@"BGP state: +(\w+)")]
    private static partial Regex State();
}
