using System.Collections.Generic;

namespace CloudflareCni.Routers.Platforms;

/// <summary>FRRouting.</summary>
internal sealed class Frr : RouteMapPlatform
{
    public override CniRouterPlatform Platform => CniRouterPlatform.Frr;

    public override string Name => "FRRouting";

    public override string Product => "FRRouting 8.4 or later";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["eth1", "enp1s0f0", "bond0"];

    // A leading space would be lost silently, the parser refuses a space inside, and the kernel accepts 80 characters.
    internal override RouterKeyLimits KeyLimits { get; } = new() { MaxLength = 80, IsTried = true };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"ip -s link show dev {RouterCommands.Port}",
        Light = $"ethtool -m {RouterCommands.Port}",
        Arp = "ip neighbor show to PEER",
        BgpSession = "vtysh -c 'show bgp neighbors PEER'",
        BgpReceived = "vtysh -c 'show bgp ipv4 unicast neighbors PEER routes'",
        BgpAdvertised = "vtysh -c 'show bgp ipv4 unicast neighbors PEER advertised-routes'",
        StaticRoutes = "vtysh -c 'show ip route static'",
        Ping = "ping -M do -s SIZE PEER",
    };

    private protected override string InterfacePattern => SystemInterface;

    private protected override string FileExtension => "conf";

    private protected override string Indent => " ";

    private protected override bool WritesExit => true;

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "Load it with \"vtysh -f <file>\". /etc/frr/daemons must have bgpd=yes for BGP; staticd, for static routes, runs by default.";
        yield return $"FRR doesn't set the MTU: ip link set dev {plan.InterfaceName} mtu {RouterText.Number(plan.LinkMtu)} up";
        if (plan.LowersIpMtu)
        {
            yield return $"Incoming packets have up to 1500 bytes, outgoing packets up to {RouterText.Number(plan.IpMtu)}. Don't lower the link's MTU; clamp the TCP MSS to {RouterText.Number(plan.TcpMss)} on {plan.InterfaceName} instead.";
        }

        if (plan.Bgp is not null)
        {
            yield return "ECMP over several CNIs is FRR's default.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        writer.Lines(
            $"interface {plan.InterfaceName}",
            $" description {Description(plan)}",
            $" ip address {plan.CustIp}",
            "exit");
        writer.Gap();
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            writer.Line($"ip route {prefix} {plan.PeerAddress} {plan.InterfaceName}");
        }

        if (plan.Bgp is { } bgp)
        {
            WritePolicies(writer, plan, bgp);
            WriteSession(writer, plan, bgp);
        }
    }

    private void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        WriteNeighbor(writer, plan, bgp, "password");
        writer.Line(" address-family ipv4 unicast");
        foreach (IpPrefix prefix in bgp.Exports)
        {
            writer.Line($"  network {prefix}");
        }

        WriteActivation(writer, plan);
        string neighbor = $"  neighbor {plan.PeerAddress}";
        writer.Line($"{neighbor} maximum-prefix {RouterBgpPlan.MaxPrefixes} {RouterBgpPlan.WarnPercent} restart {RouterBgpPlan.RestartMinutes}");
        writer.LineIf(bgp.AllowAsIn, $"{neighbor} allowas-in 1");
        writer.Lines(" exit-address-family", "exit");
    }
}
