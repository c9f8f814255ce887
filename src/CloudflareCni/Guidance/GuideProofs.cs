using System.Collections.Generic;
using System.Globalization;
using CloudflareCni.Routers;
using static CloudflareCni.Documentation;

namespace CloudflareCni.Guidance;

/// <summary>The steps that prove that a healthy circuit carries what it should. The API shows light and Ethernet, not packets or BGP.</summary>
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
                ? $"{Name(cni)} has the MTU {Text(cni.Mtu)}, which must be that of the VLAN attachment."
                : $"The MTU of {Name(cni)} is {Text(cni.Mtu)}. If no size passes: is {DisplayText.Escape(cni.CustIp)} on the right port ({where}), does ARP answer, does an ACL drop it?",
            GetStarted,
            peer.Length == 0 ? null : facts.Router(commands => commands.PingOf(peer, cni.Mtu)));
    }

    private static GuideStep Session(Cni cni, string? command) => new(
        $"Check that the BGP session of {Name(cni)} is established.",
        "If it's Idle, Active or Connect: compare the MD5 key (a wrong one is dropped without a word), the remote AS with DefaultAsn of Get-CniSettings, TCP port 179 in ACLs, and the source address.",
        Md5,
        command ?? "Get-CniSettings");

    private static GuideStep Received(Cni cni, CniBgp bgp, string? command) => new(
        $"Check that routes come in over {Name(cni)}.",
        bgp.ExtraPrefixes.Count == 0
            ? "If none does: is there an import policy, and is your own AS in the path (allowas-in)? This CNI has no extra prefixes."
            : $"At least {DisplayText.Escape(string.Join(", ", bgp.ExtraPrefixes))} should. If none does: is there an import policy, and is your own AS in the path (allowas-in)?",
        Policy,
        command);

    private static GuideStep Advertised(Cni cni, string? command) => new(
        $"Check what {Name(cni)} advertises.",
        cni.BgpMode == AdvertiseOnly
            ? "This CNI is in the mode advertise_only: Cloudflare learns none of your routes."
            : "If nothing goes out: is there an export policy, and does the router have a route for the prefix?",
        Policy,
        command);

    private static GuideStep OwnRoutes(Cni cni, string? command) => new(
        $"Check the static routes of your router over {Name(cni)}.",
        "This CNI has no BGP session, so that your router needs a static route for what it sends to Cloudflare.",
        GetStarted,
        command);

    private static GuideStep CloudRouter(Cni cni) => new(
        $"Check the BGP session and the routes of {Name(cni)} on the Cloud Router in Google Cloud.",
        "Google's Cloud Router is Cloudflare's peer. Cloudflare ignores the routes that it advertises.",
        GetStarted);

    private static GuideStep MagicRoutes(GuideFacts facts) => new(
        "Check the routes of the Magic routing table over the link.",
        facts.Circuit.Routes is not { } routes ? "They couldn't be read."
            : routes.Count == 0 ? "There is none: what Cloudflare sends comes from BGP."
            : $"{Text(routes.Count)} of them {(routes.Count == 1 ? "goes" : "go")} over it.",
        Routes,
        "Get-CniMagicRoute");

    private static string Name(Cni cni) => cni.ConduitName.Length == 0 ? $"CNI {cni.Id}" : $"CNI {DisplayText.Escape(cni.ConduitName)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
