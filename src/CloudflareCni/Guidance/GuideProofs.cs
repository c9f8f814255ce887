using System.Collections.Generic;
using System.Globalization;
using CloudflareCni.Routers;
using static CloudflareCni.Documentation;

namespace CloudflareCni.Guidance;

/// <summary>Contains the steps that check whether a healthy circuit carries traffic. The API only shows the state of light and Ethernet, not of packets or BGP.</summary>
internal static class GuideProofs
{
    private const string AdvertiseOnly = "advertise_only";

    /// <summary>The length of the IP and ICMP headers of a ping, in bytes.</summary>
    private const int Headers = 28;

    /// <summary>Gets the steps for a circuit.</summary>
    /// <param name="facts">The circuit.</param>
    /// <returns>The steps.</returns>
    public static IEnumerable<GuideStep> For(GuideFacts facts)
    {
        foreach (Cni cni in facts.Circuit.Cnis ?? [])
        {
            string peer = IpPrefix.TryParse(cni.P2pIp, out IpPrefix end) ? end.Address.ToString() : "";
            yield return Ping(facts, cni, peer);
            if (facts.IsGcp)
            {
                yield return CloudRouter(cni);
            }
            else if (cni.Bgp is { } bgp)
            {
                string name = RouterText.Identifier(cni).ToLowerInvariant().Replace('-', '_');
                string? Show(System.Func<RouterCommands, string> command) => peer.Length == 0 ? null : facts.Router(commands => RouterCommands.For(command(commands), peer, name));
                yield return Session(cni, Show(commands => commands.BgpSession));
                yield return Received(cni, bgp, Show(commands => commands.BgpReceived));
                yield return Advertised(cni, Show(commands => commands.BgpAdvertised));
            }
            else
            {
                yield return OwnRoutes(cni, peer.Length == 0 ? null : facts.Router(commands => RouterCommands.For(commands.StaticRoutes, peer, "")));
            }
        }

        if (facts.Circuit.Magic is not { Count: 0 })
        {
            yield return MagicRoutes(facts);
        }
    }

    private static GuideStep Ping(GuideFacts facts, Cni cni, string peer)
    {
        string size = (cni.Mtu - Headers).ToString(CultureInfo.InvariantCulture);
        string where = facts.Circuit.Dataplane == "2" ? "untagged" : facts.Circuit.Dataplane is null ? "untagged on dataplane v2" : "with the VLAN of the order";
        return new(
            facts.IsGcp
                ? $"From a machine in your VPC network, send {size} bytes without fragmentation over {Name(cni)}."
                : $"From your router, ping {(peer.Length == 0 ? "Cloudflare's end" : peer)} with {size} bytes without fragmentation.",
            facts.IsGcp
                ? $"The MTU of {Name(cni)} is {Text(cni.Mtu)}. It must be the same as that of the VLAN attachment."
                : $"The MTU of {Name(cni)} is {Text(cni.Mtu)}. If no ping passes, check that {DisplayText.Escape(cni.CustIp)} is on the right port ({where}), that ARP resolves, and that no ACL drops the packets.",
            GetStarted,
            peer.Length == 0 ? null : facts.Router(commands => commands.PingOf(peer, cni.Mtu)));
    }

    private static GuideStep Session(Cni cni, string? command) => new(
        $"Check that the BGP session of {Name(cni)} is established.",
        "If it's Idle, Active or Connect, check the MD5 key (packets with a wrong key are dropped without a message), the remote AS (DefaultAsn of Get-CniSettings), TCP port 179 in ACLs, and the source address.",
        Md5,
        command ?? "Get-CniSettings");

    private static GuideStep Received(Cni cni, CniBgp bgp, string? command) => new(
        $"Check that your router receives routes over {Name(cni)}.",
        bgp.ExtraPrefixes.Count == 0
            ? "If it receives none, check the import policy, and whether your own AS is in the path (allowas-in). This CNI has no extra prefixes."
            : $"It should receive at least {DisplayText.Escape(string.Join(", ", bgp.ExtraPrefixes))}. If it receives none, check the import policy, and whether your own AS is in the path (allowas-in).",
        Policy,
        command);

    private static GuideStep Advertised(Cni cni, string? command) => new(
        $"Check which prefixes your router advertises over {Name(cni)}.",
        cni.BgpMode == AdvertiseOnly
            ? "This CNI uses the mode advertise_only, so Cloudflare doesn't learn your routes."
            : "If it advertises none, check the export policy, and whether the router has a route for the prefix.",
        Policy,
        command);

    private static GuideStep OwnRoutes(Cni cni, string? command) => new(
        $"Check the static routes of your router over {Name(cni)}.",
        "This CNI has no BGP session, so your router needs static routes for the traffic that it sends to Cloudflare.",
        GetStarted,
        command);

    private static GuideStep CloudRouter(Cni cni) => new(
        $"Check the BGP session and the routes of {Name(cni)} on the Cloud Router in Google Cloud.",
        "Google's Cloud Router is Cloudflare's peer. Cloudflare ignores the routes that it advertises.",
        GetStarted);

    private static GuideStep MagicRoutes(GuideFacts facts) => new(
        "Check the routes of the Magic routing table over the link.",
        facts.Circuit.Routes is not { } routes ? "They couldn't be read."
            : routes.Count == 0 ? "There aren't any, so Cloudflare sends what it learned from BGP."
            : $"{Text(routes.Count)} {(routes.Count == 1 ? "route uses" : "routes use")} the link.",
        Routes,
        "Get-CniMagicRoute");

    private static string Name(Cni cni) => cni.ConduitName.Length == 0 ? $"CNI {cni.Id}" : $"CNI {DisplayText.Escape(cni.ConduitName)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
