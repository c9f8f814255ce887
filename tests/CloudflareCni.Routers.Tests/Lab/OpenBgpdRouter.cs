using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>OpenBGPD.</summary>
internal sealed partial class OpenBgpdRouter(Namespace network) : Router(network)
{
    public const string Bgpd = "/usr/sbin/bgpd";
    public const string Bgpctl = "/usr/sbin/bgpctl";

    /// <summary>The parts of a bgpd.conf that the module doesn't write.</summary>
    public const string Base = "AS 64512\nrouter-id 198.51.100.1\n";

    // The daemon's home folder, to which it changes its root. Debian's service file creates it.
    private const string Home = "/run/openbgpd";

    public override bool SetsKernelRoutes => false;

    private string Socket => Path.Combine(Network.Folder, "bgpd.sock");

    /// <summary>Returns whether the parser accepts a configuration.</summary>
    public static bool Accepts(string path) => Command.Run(Bgpd, "-n", "-f", path).ExitCode == 0;

    /// <summary>Returns the configuration as the parser reads it.</summary>
    public static string Dump(string path) => Command.Must(Bgpd, "-n", "-v", "-f", path);

    public override void StartCustomer(IReadOnlyList<string> texts)
    {
        Directory.CreateDirectory(Home);
        Network.Start(Bgpd, "-d", "-f", Network.Write("bgpd.conf", $"{Base}socket \"{Socket}\"\n{string.Concat(texts)}"));
        Eventually.True("OpenBGPD answers", () => Command.Run(Bgpctl, "-s", Socket, "show").ExitCode == 0, Network.Log);
    }

    public override bool IsEstablished(string neighbor) =>
        Command.Run(Bgpctl, "-s", Socket, "show", "neighbor", neighbor).Output.Contains("BGP state = Established", StringComparison.Ordinal);

    // A route in a loop is kept and shown, but not valid.
    public override IReadOnlyList<string> Learned(string neighbor) => Routes(ValidPrefix(), "neighbor", neighbor);

    public override IReadOnlyList<string> Advertised(string neighbor) => Routes(Prefix(), "out", "neighbor", neighbor);

    public override string Explain() =>
        $"{Command.Run(Bgpctl, "-s", Socket, "show", "neighbor").Output}\n{Command.Run(Bgpctl, "-s", Socket, "show", "rib", "detail").Output}\n{Network.Log()}";

    private IReadOnlyList<string> Routes(Regex prefix, params IEnumerable<string> selection) =>
        [.. prefix.Matches(Command.Run(Bgpctl, ["-s", Socket, "show", "rib", .. selection]).Output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<=^\S*\*.*)\d+\.\d+\.\d+\.\d+/\d+", RegexOptions.Multiline)]
    private static partial Regex ValidPrefix();

    [GeneratedRegex(@"(?<= )\d+\.\d+\.\d+\.\d+/\d+")]
    private static partial Regex Prefix();
}
