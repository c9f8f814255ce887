using System.Collections.Generic;

namespace CloudflareCni.Routers.Platforms;

/// <summary>Arista EOS.</summary>
internal sealed class Eos : RouteMapPlatform
{
    public override CniRouterPlatform Platform => CniRouterPlatform.Eos;

    public override string Name => "Arista EOS";

    public override string Product => "Arista EOS";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["Ethernet1", "Ethernet1/1", "Port-Channel1"];

    internal override RouterKeyLimits KeyLimits { get; } = new() { MaxLength = 80, SureLength = 20 };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"show interfaces {RouterCommands.Port}",
        Light = $"show interfaces {RouterCommands.Port} transceiver detail",
        Arp = "show ip arp PEER",
        BgpSession = "show ip bgp neighbors PEER",
        BgpReceived = "show ip bgp neighbors PEER routes",
        BgpAdvertised = "show ip bgp neighbors PEER advertised-routes",
        StaticRoutes = "show ip route static",
        Ping = "ping PEER size SIZE df-bit",
        PingCountsHeaders = true,
    };

    private protected override string InterfacePattern => CiscoInterface;

    private protected override string Indent => "   ";

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "On a routed port, the MTU is the size of the IP packet and limits only outgoing packets. EOS routes only with \"ip routing\".";
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        writer.Lines(
            $"interface {plan.InterfaceName}",
            $"   description {Description(plan)}",
            "   no switchport",
            $"   mtu {RouterText.Number(plan.IpMtu)}",
            $"   ip address {plan.CustIp}",
            "   no shutdown");
        writer.Gap();
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            writer.Line($"ip route {prefix} {plan.InterfaceName} {plan.PeerAddress} name {plan.Identifier}");
        }

        if (plan.Bgp is { } bgp)
        {
            WritePolicies(writer, plan, bgp);
            WriteSession(writer, plan, bgp);
        }
    }

    private void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        WriteNeighbor(writer, plan, bgp, "password 0");
        string neighbor = $"   neighbor {plan.PeerAddress}";
        writer.Line($"{neighbor} maximum-routes {RouterBgpPlan.MaxPrefixes} warning-limit {RouterBgpPlan.WarnPercent} percent");
        writer.LineIf(bgp.Community is not null, $"{neighbor} send-community");
        writer.LineIf(bgp.AllowAsIn, $"{neighbor} allowas-in 1");
        writer.Comment(
            $"ECMP over several CNIs. This applies to every neighbor, so it isn't enabled here: maximum-paths {RouterBgpPlan.MaxPaths} ecmp {RouterBgpPlan.MaxPaths}", "   ");
        writer.Line("   address-family ipv4");
        WriteActivation(writer, plan);
        foreach (IpPrefix prefix in bgp.Exports)
        {
            writer.Line($"      network {prefix}");
        }
    }
}
