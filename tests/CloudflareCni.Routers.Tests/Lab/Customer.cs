using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>A customer's router in a namespace, with two networks, and links to substitutes for Cloudflare's end.</summary>
internal sealed partial class Customer : IDisposable
{
    /// <summary>A network of the customer that a test advertises.</summary>
    public const string Own = "198.51.100.0/24";

    /// <summary>An address in that network.</summary>
    public const string Host = "198.51.100.1";

    /// <summary>Another network of the customer, which must not be advertised.</summary>
    public const string Secret = "203.0.113.0/24";

    private readonly List<CloudflareEnd> _ends = [];

    public Customer(CniRouterPlatform platform)
    {
        Platform = platform;
        Network = new Namespace();
        Network.Must("address", "add", $"{Host}/24", "dev", "lo");
        Network.Must("address", "add", "203.0.113.1/24", "dev", "lo");
        Router = Router.Create(platform, Network);
    }

    public CniRouterPlatform Platform { get; }

    public Namespace Network { get; }

    public Router Router { get; }

    public IReadOnlyList<CloudflareEnd> Ends => _ends;

    /// <summary>Connects each CNI to its own substitute for Cloudflare's end, and configures the router with the module's output.</summary>
    /// <param name="options">The options; the interface is eth1 for the first CNI, eth2 for the second.</param>
    /// <param name="cloudflareKey">The key at Cloudflare's end.</param>
    /// <param name="cnis">The CNIs.</param>
    public Customer Connect(CniRouterOptions options, string? cloudflareKey, params Cni[] cnis)
    {
        var texts = new List<string>();
        foreach ((int index, Cni cni) in cnis.Index())
        {
            string port = $"eth{index + 1}";
            string text = Links.Text(cni, Platform, options with { InterfaceName = port });
            texts.Add(text);
            _ends.Add(new CloudflareEnd(Network, port, cni.P2pIp.Split('/')[0], cni.CustIp.Split('/')[0], cloudflareKey));
            SetUpInterface(text, cni, port);
        }

        Router.StartCustomer(texts);
        return this;
    }

    /// <summary>Waits for the session of a link.</summary>
    public void WaitForSession(int link = 0) => Eventually.True(
        $"{Platform}: session {link + 1} is established",
        () => Router.IsEstablished(_ends[link].Address) && _ends[link].IsEstablished,
        () => $"{Router.Explain()}\n-- Cloudflare's end:\n{_ends[link].Explain()}");

    public void Dispose()
    {
        Network.Dispose();
        foreach (CloudflareEnd end in _ends)
        {
            end.Dispose();
        }
    }

    // The header of the text has Linux commands for what FRR and BIRD don't set. For OpenBGPD, it has the lines of an OpenBSD file.
    private void SetUpInterface(string text, Cni cni, string port)
    {
        string[] commands = [.. IpCommand().Matches(text).Select(match => match.Groups[1].Value)];
        if (Platform == CniRouterPlatform.OpenBgpd)
        {
            string mtu = HostnameMtu().Match(text).Groups[1].Value;
            commands = [$"link set dev {port} mtu {mtu} up", $"address add {cni.CustIp} dev {port}"];
        }

        foreach (string command in commands)
        {
            Network.Must(command.Split(' '));
        }
    }

    [GeneratedRegex("ip ((?:link set|address add) [^\n]+)")]
    private static partial Regex IpCommand();

    [GeneratedRegex("NONE mtu ([0-9]+)")]
    private static partial Regex HostnameMtu();
}
