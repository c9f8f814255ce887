using System.Collections.Generic;

namespace CloudflareCni.Routers.Platforms;

/// <summary>VyOS.</summary>
internal sealed class VyOs : RouterPlatform
{
    private const int Step = 10;

    public override CniRouterPlatform Platform => CniRouterPlatform.VyOs;

    public override string Name => "VyOS";

    public override string Product => "VyOS 1.4 or later";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["eth1", "bond0"];

    // VyOS passes the key to FRRouting without quotes.
    internal override RouterKeyLimits KeyLimits { get; } = new() { MaxLength = 80 };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"show interfaces ethernet {RouterCommands.Port}",
        Light = $"show interfaces ethernet {RouterCommands.Port} transceiver",
        Arp = "ip neighbor show to PEER",
        BgpSession = "vtysh -c 'show bgp neighbors PEER'",
        BgpReceived = "vtysh -c 'show bgp ipv4 unicast neighbors PEER routes'",
        BgpAdvertised = "vtysh -c 'show bgp ipv4 unicast neighbors PEER advertised-routes'",
        StaticRoutes = "show ip route static",
        Ping = "ping PEER do-not-fragment size SIZE",
    };

    private protected override string InterfacePattern => "(?:eth|bond)[0-9]{1,3}";

    private protected override string CommentMark => "#";

    private protected override string FileExtension => "set";

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "Paste it in configuration mode; nothing takes effect before \"commit\".";
        yield return "The MTU is the size of the IP packet.";
        if (plan.LowersIpMtu)
        {
            yield return "Incoming packets have up to 1500 bytes, outgoing packets fewer. adjust-mss limits TCP. Limit other traffic at its source.";
        }

        if (plan.Bgp is { } bgp)
        {
            yield return $"The router must have the AS number {RouterText.Number(bgp.LocalAsn)}. It applies to every neighbor, so it isn't set here. "
                + $"If the router doesn't have an AS number yet, use: set protocols bgp system-as {RouterText.Number(bgp.LocalAsn)}";
            yield return "ECMP over several CNIs is the default of FRRouting, which VyOS uses.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        string type = plan.InterfaceName[0] == 'b' ? "bonding" : "ethernet";
        string port = $"set interfaces {type} {plan.InterfaceName}";
        writer.Lines(
            $"{port} description '{Description(plan)}'",
            $"{port} mtu '{RouterText.Number(plan.LinkMtu)}'",
            $"{port} address '{plan.CustIp}'");
        writer.LineIf(plan.LowersIpMtu, $"{port} ip adjust-mss '{RouterText.Number(plan.TcpMss)}'");
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            writer.Line($"set protocols static route {prefix} next-hop {plan.PeerAddress}");
        }

        if (plan.Bgp is { } bgp)
        {
            CommentImports(writer, bgp);
            WritePolicy(writer, $"{plan.Identifier}-IN", bgp.Imports, community: null);
            CommentExports(writer, bgp);
            WritePolicy(writer, $"{plan.Identifier}-OUT", bgp.Exports, bgp.Community);
            writer.Gap();
            WriteSession(writer, plan, bgp);
        }
    }

    private static void WritePolicy(RouterWriter writer, string name, IReadOnlyList<IpPrefix> prefixes, string? community)
    {
        for (int i = 0; i < prefixes.Count; i++)
        {
            string rule = $"set policy prefix-list {name} rule {RouterText.Number((i + 1) * Step)}";
            writer.Lines($"{rule} action 'permit'", $"{rule} prefix '{prefixes[i]}'");
        }

        string map = $"set policy route-map {name} rule {Step}";
        writer.Line($"{map} action '{(prefixes.Count == 0 ? "deny" : "permit")}'");
        writer.LineIf(prefixes.Count > 0, $"{map} match ip address prefix-list '{name}'");
        writer.LineIf(community is not null, $"{map} set community add '{community}'");
    }

    private void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        const string Process = "set protocols bgp";
        string neighbor = $"{Process} neighbor {plan.PeerAddress}";
        string family = $"{neighbor} address-family ipv4-unicast";
        foreach (IpPrefix prefix in bgp.Exports)
        {
            writer.Line($"{Process} address-family ipv4-unicast network {prefix}");
        }

        writer.Lines(
            $"{neighbor} remote-as '{RouterText.Number(bgp.PeerAsn)}'",
            $"{neighbor} description '{Description(plan)}'");
        writer.LineIf(bgp.Md5Key is not null, $"{neighbor} password '{bgp.Md5Key?.Replace("'", @"'\''")}'");
        writer.Lines(
            $"{neighbor} timers keepalive '{RouterText.Number(bgp.KeepaliveSec)}'",
            $"{neighbor} timers holdtime '{RouterText.Number(bgp.HoldTimeSec)}'",
            $"{family} route-map import '{plan.Identifier}-IN'",
            $"{family} route-map export '{plan.Identifier}-OUT'",
            $"{family} maximum-prefix '{RouterBgpPlan.MaxPrefixes}'");
        writer.LineIf(bgp.AllowAsIn, $"{family} allowas-in number '1'");
    }
}
