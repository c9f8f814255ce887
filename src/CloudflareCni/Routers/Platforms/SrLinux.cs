using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Routers.Platforms;

/// <summary>Nokia SR Linux.</summary>
internal sealed class SrLinux : RouterPlatform
{
    private const int EthernetHeader = 14;
    private const string Bgp = "set / network-instance default protocols bgp";
    private const string Group = "cloudflare-cni";

    public override CniRouterPlatform Platform => CniRouterPlatform.SrLinux;

    public override string Name => "Nokia SR Linux";

    public override string Product => "Nokia SR Linux 24.10 or later";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["ethernet-1/1", "ethernet-1/1/1", "lag1"];

    // SR Linux silently truncates a longer key, and reads one that begins with $ and has two more of them as already encrypted.
    internal override RouterKeyLimits KeyLimits { get; } = new()
    {
        MaxLength = 20,
        IsQuoted = true,
        Refused = "\\",
        OtherFault = key => key[0] == '$' && key.Count(character => character == '$') > 2 ? "it looks like a key that is already encrypted" : null,
    };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"show interface {RouterCommands.Port} detail",
        Light = $"info from state interface {RouterCommands.Port} transceiver",
        Arp = $"show arpnd arp-entries interface {RouterCommands.Port}",
        BgpSession = "show network-instance default protocols bgp neighbor PEER detail",
        BgpReceived = "show network-instance default protocols bgp neighbor PEER received-routes ipv4",
        BgpAdvertised = "show network-instance default protocols bgp neighbor PEER advertised-routes ipv4",
        StaticRoutes = "show network-instance default route-table ipv4-unicast summary",
        Ping = "ping PEER network-instance default -M do -s SIZE",
    };

    private protected override string InterfacePattern => "ethernet-[0-9]{1,2}/[0-9]{1,3}(?:/[0-9]{1,2})?|lag[0-9]{1,4}";

    private protected override string CommentMark => "#";

    private protected override string FileExtension => "cli";

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "Paste it in candidate mode; nothing takes effect before \"commit now\". The network instance default must exist.";
        yield return "The port MTU includes the 14-byte Ethernet header; ip-mtu doesn't.";
        if (plan.LowersIpMtu)
        {
            yield return "ip-mtu limits outgoing packets. The port has room for 1500 bytes, because incoming packets have up to 1500 bytes.";
        }

        if (plan.Bgp is { } bgp)
        {
            yield return $"BGP must have the AS number {RouterText.Number(bgp.LocalAsn)}. Settings that apply to every neighbor aren't set here. If the network instance doesn't have BGP yet, use:";
            yield return $"  {Bgp} autonomous-system {RouterText.Number(bgp.LocalAsn)}";
            yield return $"  {Bgp} router-id {plan.LocalAddress}";
            yield return $"  {Bgp} afi-safi ipv4-unicast admin-state enable";
            yield return $"ECMP over several CNIs also applies to every neighbor: {Bgp} afi-safi ipv4-unicast multipath ebgp maximum-paths {RouterBgpPlan.MaxPaths}";
            yield return "SR Linux rejects every route of an eBGP neighbor without a policy, and truncates an MD5 key to 20 characters.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        string port = $"set / interface {plan.InterfaceName}";
        writer.Lines(
            $"{port} admin-state enable",
            $"{port} description \"{Description(plan)}\"",
            $"{port} mtu {RouterText.Number(plan.LinkMtu + EthernetHeader)}",
            $"{port} subinterface 0 admin-state enable",
            $"{port} subinterface 0 ip-mtu {RouterText.Number(plan.IpMtu)}",
            $"{port} subinterface 0 ipv4 admin-state enable",
            $"{port} subinterface 0 ipv4 address {plan.CustIp}",
            $"set / network-instance default interface {plan.InterfaceName}.0");
        if (plan.StaticRoutes.Count > 0)
        {
            writer.Line($"set / network-instance default next-hop-groups group {plan.Identifier} nexthop 1 ip-address {plan.PeerAddress}");
            writer.Lines([.. plan.StaticRoutes.Select(prefix => $"set / network-instance default static-routes route {prefix} next-hop-group {plan.Identifier}")]);
        }

        if (plan.Bgp is { } bgp)
        {
            CommentImports(writer, bgp);
            WritePolicy(writer, $"{plan.Identifier}-IN", bgp.Imports, community: null);
            CommentExports(writer, bgp);
            writer.LineIf(bgp.Community is not null, $"set / routing-policy community-set {plan.Identifier} member [ {bgp.Community} ]");
            WritePolicy(writer, $"{plan.Identifier}-OUT", bgp.Exports, bgp.Community is null ? null : plan.Identifier);
            writer.Gap();
            WriteSession(writer, plan, bgp);
        }
    }

    private static void WritePolicy(RouterWriter writer, string name, IReadOnlyList<IpPrefix> prefixes, string? community)
    {
        writer.Lines([.. prefixes.Select(prefix => $"set / routing-policy prefix-set {name} prefix {prefix} mask-length-range exact")]);
        string policy = $"set / routing-policy policy {name}";
        writer.Line($"{policy} default-action policy-result reject");
        if (prefixes.Count > 0)
        {
            writer.Line($"{policy} statement 10 match prefix prefix-set {name}");
            writer.LineIf(community is not null, $"{policy} statement 10 action bgp communities add {community}");
            writer.Line($"{policy} statement 10 action policy-result accept");
        }
    }

    private void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        string neighbor = $"{Bgp} neighbor {plan.PeerAddress}";
        writer.Lines(
            $"{Bgp} group {Group} admin-state enable",
            $"{neighbor} peer-group {Group}",
            $"{neighbor} peer-as {RouterText.Number(bgp.PeerAsn)}",
            $"{neighbor} description \"{Description(plan)}\"",
            $"{neighbor} import-policy [ {plan.Identifier}-IN ]",
            $"{neighbor} export-policy [ {plan.Identifier}-OUT ]",
            $"{neighbor} timers hold-time {RouterText.Number(bgp.HoldTimeSec)}",
            $"{neighbor} timers keepalive-interval {RouterText.Number(bgp.KeepaliveSec)}");
        writer.LineIf(bgp.Md5Key is not null, $"{neighbor} authentication password \"{bgp.Md5Key}\"");
        writer.LineIf(bgp.AllowAsIn, $"{neighbor} as-path-options allow-own-as 1");
        writer.Lines(
            $"{neighbor} afi-safi ipv4-unicast admin-state enable",
            $"{neighbor} afi-safi ipv4-unicast ipv4-unicast prefix-limit-received max-received-routes {RouterBgpPlan.MaxPrefixes}",
            $"{neighbor} afi-safi ipv4-unicast ipv4-unicast prefix-limit-received warning-threshold-pct {RouterBgpPlan.WarnPercent}");
    }
}
