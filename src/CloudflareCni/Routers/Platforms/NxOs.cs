using System.Collections.Generic;

namespace CloudflareCni.Routers.Platforms;

/// <summary>Cisco NX-OS.</summary>
internal sealed class NxOs : RouteMapPlatform
{
    public override CniRouterPlatform Platform => CniRouterPlatform.NxOs;

    public override string Name => "Cisco NX-OS";

    public override string Product => "Cisco NX-OS";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["Ethernet1/1", "port-channel1"];

    internal override RouterKeyLimits KeyLimits { get; } = new() { MaxLength = 80, SureLength = 20 };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"show interface {RouterCommands.Port}",
        Light = $"show interface {RouterCommands.Port} transceiver details",
        Arp = "show ip arp PEER",
        BgpSession = "show ip bgp neighbors PEER",
        BgpReceived = "show ip bgp neighbors PEER routes",
        BgpAdvertised = "show ip bgp neighbors PEER advertised-routes",
        StaticRoutes = "show ip route static",
        Ping = "ping PEER packet-size SIZE df-bit",
    };

    private protected override string InterfacePattern => CiscoInterface;

    private protected override string Indent => "  ";

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "On a routed port, the MTU is the size of the IP packet. \"no switchport\" comes first, because it clears the port's other settings.";
        if (plan.LowersIpMtu)
        {
            yield return $"NX-OS has no separate IP MTU. The interface's MTU stays at 1500, because incoming packets have up to 1500 bytes. "
                + $"Limit outgoing packets to {RouterText.Number(plan.IpMtu)} bytes elsewhere, for example with a TCP MSS of {RouterText.Number(plan.TcpMss)}.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        writer.Lines(
            $"interface {plan.InterfaceName}",
            "  no switchport",
            $"  description {Description(plan)}",
            $"  mtu {RouterText.Number(plan.LinkMtu)}",
            $"  ip address {plan.CustIp}",
            "  no shutdown");
        writer.Gap();
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            writer.Line($"ip route {prefix} {plan.InterfaceName} {plan.PeerAddress} name {plan.Identifier}");
        }

        if (plan.Bgp is { } bgp)
        {
            writer.Line("feature bgp");
            writer.Gap();
            WritePolicies(writer, plan, bgp);
            WriteSession(writer, plan, bgp);
        }
    }

    private void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        writer.Lines($"router bgp {RouterText.Number(bgp.LocalAsn)}", "  address-family ipv4 unicast");
        foreach (IpPrefix prefix in bgp.Exports)
        {
            writer.Line($"    network {prefix}");
        }

        writer.Comment($"ECMP over several CNIs. This applies to every eBGP neighbor, so it isn't enabled here: maximum-paths {RouterBgpPlan.MaxPaths}", "    ");
        writer.Lines(
            $"  neighbor {plan.PeerAddress}",
            $"    remote-as {RouterText.Number(bgp.PeerAsn)}",
            $"    description {Description(plan)}");
        writer.LineIf(bgp.Md5Key is not null, $"    password 0 {bgp.Md5Key}");
        writer.Lines(
            $"    timers {RouterText.Number(bgp.KeepaliveSec)} {RouterText.Number(bgp.HoldTimeSec)}",
            "    address-family ipv4 unicast",
            $"      route-map {plan.Identifier}-IN in",
            $"      route-map {plan.Identifier}-OUT out",
            $"      maximum-prefix {RouterBgpPlan.MaxPrefixes} {RouterBgpPlan.WarnPercent} restart {RouterBgpPlan.RestartMinutes}");
        writer.LineIf(bgp.Community is not null, "      send-community");
        writer.LineIf(bgp.AllowAsIn, "      allowas-in 1");
    }
}
