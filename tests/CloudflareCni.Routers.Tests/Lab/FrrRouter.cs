using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>FRRouting.</summary>
internal sealed class FrrRouter(Namespace network) : Router(network)
{
    public const string Zebra = "/usr/lib/frr/zebra";
    public const string Bgpd = "/usr/lib/frr/bgpd";
    public const string Staticd = "/usr/lib/frr/staticd";
    public const string Vtysh = "/usr/bin/vtysh";

    private string Sockets => Path.Combine(Network.Folder, "frr");

    /// <summary>Returns whether the parser accepts a configuration. "bgpd -C" logs errors but exits with 0, so vtysh is used.</summary>
    public static bool Accepts(string path)
    {
        CommandResult result = Command.Run(Vtysh, "-C", "-f", path);
        return result.ExitCode == 0 && !result.Output.Contains("% ", StringComparison.Ordinal);
    }

    public override void StartCustomer(IReadOnlyList<string> texts)
    {
        StartDaemons();
        for (int i = 0; i < texts.Count; i++)
        {
            Load(Network.Write($"customer{i}.conf", texts[i]));
        }
    }

    /// <summary>Starts the daemons without a configuration.</summary>
    public void StartDaemons()
    {
        Directory.CreateDirectory(Sockets);
        Command.Must("/bin/chown", "frr:frrvty", Sockets);
        Start(Zebra);
        Start(Bgpd);
        Start(Staticd);
    }

    /// <summary>Adds a configuration file to the daemons' configuration.</summary>
    public void Load(string path)
    {
        CommandResult loaded = Command.Run(Vtysh, "--vty_socket", Sockets, "-f", path);
        Assert.True(loaded.ExitCode == 0 && !loaded.Output.Contains('%', StringComparison.Ordinal), loaded.Output);
    }

    public string Show(string command) => Command.Must(Vtysh, "--vty_socket", Sockets, "-c", command);

    public override bool IsEstablished(string neighbor)
    {
        using JsonDocument document = JsonDocument.Parse(Show($"show bgp neighbors {neighbor} json"));
        return document.RootElement.GetProperty(neighbor).GetProperty("bgpState").GetString() == "Established";
    }

    public override IReadOnlyList<string> Learned(string neighbor)
    {
        using JsonDocument document = JsonDocument.Parse(Show($"show bgp ipv4 unicast neighbors {neighbor} routes json"));
        return document.RootElement.TryGetProperty("routes", out JsonElement routes) ? [.. routes.EnumerateObject().Select(route => route.Name).Order(StringComparer.Ordinal)] : [];
    }

    public override IReadOnlyList<string> Advertised(string neighbor)
    {
        using JsonDocument document = JsonDocument.Parse(Show($"show bgp ipv4 unicast neighbors {neighbor} advertised-routes json"));
        return [.. document.RootElement.GetProperty("advertisedRoutes").EnumerateObject().Select(route => route.Name).Order(StringComparer.Ordinal)];
    }

    private void Start(string daemon)
    {
        string name = Path.GetFileName(daemon);
        string socket = Path.Combine(Sockets, "zebra.sock");
        Network.Start(
            daemon, "-A", "127.0.0.1", "-P", "0", "--vty_socket", Sockets, "-z", socket, "-i", Path.Combine(Sockets, $"{name}.pid"), "-f", "/dev/null");
        Eventually.True($"{name} listens", () => File.Exists(socket) && File.Exists(Path.Combine(Sockets, $"{name}.vty")), Network.Log);
    }

    public override string Explain() => $"{Show("show bgp summary")}\n{Show("show bgp neighbors")}\n{Network.Log()}";
}
