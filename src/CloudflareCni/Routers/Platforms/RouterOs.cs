using System.Collections.Generic;

namespace CloudflareCni.Routers.Platforms;

/// <summary>MikroTik RouterOS 7.</summary>
internal sealed class RouterOs : RouterPlatform
{
    public override CniRouterPlatform Platform => CniRouterPlatform.RouterOs;

    public override string Name => "MikroTik RouterOS";

    public override string Product => "MikroTik RouterOS 7.20 or later";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["sfp-sfpplus1", "qsfp28-1-1", "ether1"];

    internal override RouterKeyLimits KeyLimits { get; } = new() { MaxLength = 80, SureLength = 20, IsQuoted = true };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"/interface/ethernet/print stats where name={RouterCommands.Port}",
        Light = $"/interface/ethernet/monitor {RouterCommands.Port} once",
        Arp = "/ip/arp/print where address=PEER",
        BgpSession = "/routing/bgp/session/print detail where remote.address=PEER",
        BgpReceived = "/routing/route/print where bgp and gateway~\"PEER\"",
        BgpAdvertised = "/routing/bgp/advertisements/print",
        StaticRoutes = "/ip/route/print where static and gateway~\"PEER\"",
        Ping = "/ping PEER size=SIZE do-not-fragment count=5",
        PingCountsHeaders = true,
    };

    private protected override string InterfacePattern => "[A-Za-z0-9][A-Za-z0-9._-]{0,30}";

    private protected override string CommentMark => "#";

    private protected override string FileExtension => "rsc";

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "Load it with \"/import file-name=<file>\". The syntax comes from the documentation and wasn't tested on a router.";
        yield return "The MTU is the size of the IP packet and limits outgoing packets. The L2 MTU is separate and must have room for 1500 bytes.";
        yield return "The address is a host address with the other end as its network, which works on every release, with or without support for /31.";
        if (plan.Bgp is not null)
        {
            yield return "This text doesn't set ECMP. Check what your release does with two CNIs that offer the same route.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        writer.Lines(
            $"/interface ethernet set [ find name=\"{plan.InterfaceName}\" ] mtu={RouterText.Number(plan.IpMtu)} comment=\"{Description(plan)}\"",
            $"/ip address add address={plan.LocalAddress}/32 network={plan.PeerAddress} interface=\"{plan.InterfaceName}\" comment=\"{Description(plan)}\"");
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            writer.Line($"/ip route add dst-address={prefix} gateway={plan.PeerAddress} comment=\"{plan.Identifier}\"");
        }

        if (plan.Bgp is { } bgp)
        {
            WriteSession(writer, plan, bgp);
        }
    }

    private static void WritePolicy(RouterWriter writer, string chain, IReadOnlyList<IpPrefix> prefixes, string? community)
    {
        string action = community is null ? "accept" : $"append bgp-communities {community}; accept";
        foreach (IpPrefix prefix in prefixes)
        {
            writer.Line($"/routing filter rule add chain={chain} rule=\"if (dst == {prefix}) {{ {action} }}\"");
        }

        writer.Line($"/routing filter rule add chain={chain} rule=\"reject\"");
    }

    private static string Quote(string key) => $"\"{key.Replace(@"\", @"\\").Replace("$", @"\$")}\"";

    private static void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        string name = plan.LowerIdentifier;
        CommentImports(writer, bgp);
        WritePolicy(writer, $"{name}-in", bgp.Imports, community: null);
        CommentExports(writer, bgp);
        WritePolicy(writer, $"{name}-out", bgp.Exports, bgp.Community);
        foreach (IpPrefix prefix in bgp.Exports)
        {
            writer.Line($"/ip firewall address-list add list={name}-out address={prefix}");
        }

        string key = bgp.Md5Key is null ? "" : $" tcp-md5-key={Quote(bgp.Md5Key)}";
        string network = bgp.Exports.Count == 0 ? "" : $" output.network={name}-out";
        string allowAs = bgp.AllowAsIn ? " input.allow-as=1" : "";
        writer.Gap();
        writer.Lines(
            $"/routing bgp instance add name={name} as={RouterText.Number(bgp.LocalAsn)} router-id={plan.LocalAddress}",
            $"/routing bgp connection add name={name} instance={name} local.address={plan.LocalAddress} local.role=ebgp "
            + $"remote.address={plan.PeerAddress}/32 remote.as={RouterText.Number(bgp.PeerAsn)}{key} "
            + $"hold-time={RouterText.Number(bgp.HoldTimeSec)}s keepalive-time={RouterText.Number(bgp.KeepaliveSec)}s "
            + $"input.filter={name}-in input.limit-process-routes-ipv4={RouterBgpPlan.MaxPrefixes}{allowAs} output.filter-chain={name}-out{network}");
    }
}
