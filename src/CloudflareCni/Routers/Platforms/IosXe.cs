using System.Collections.Generic;

namespace CloudflareCni.Routers.Platforms;

/// <summary>Cisco IOS XE.</summary>
internal sealed class IosXe : RouteMapPlatform
{
    public override CniRouterPlatform Platform => CniRouterPlatform.IosXe;

    public override string Name => "Cisco IOS XE";

    public override string Product => "Cisco IOS XE";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["TenGigabitEthernet0/0/0", "HundredGigE0/0/0", "Port-channel1"];

    // "password 0" marks the key as plain text: a key such as "7 abc" would be read as encrypted.
    internal override RouterKeyLimits KeyLimits { get; } = new()
    {
        MaxLength = 80,
        SureLength = 25,
        AllowsInnerSpace = true,
        OtherFault = key => key[0] is >= '0' and <= '9' ? "it begins with a digit" : null,
    };

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

    private protected override string Indent => " ";

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "The interface MTU is the size of the IP packet, without the 14-byte Ethernet header.";
        yield return "On a switch, first use \"no switchport\" on the port. Routers don't have this command, so it isn't included.";
        if (plan.LowersIpMtu)
        {
            yield return "\"ip mtu\" limits outgoing packets. \"mtu\" stays at 1500, because incoming packets have up to 1500 bytes.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        string[] interfaceLines =
        [
            $"interface {plan.InterfaceName}", $" description {Description(plan)}", $" mtu {RouterText.Number(plan.LinkMtu)}",
            $" ip address {plan.LocalAddress} {Mask(plan.CustIp)}",
        ];
        writer.Lines(interfaceLines);
        writer.LineIf(plan.LowersIpMtu, $" ip mtu {RouterText.Number(plan.IpMtu)}");
        writer.Line(" no shutdown");
        writer.Gap();
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            writer.Line($"ip route {prefix.Address} {Mask(prefix)} {plan.InterfaceName} {plan.PeerAddress} name {plan.Identifier}");
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
        writer.Line(" address-family ipv4");
        foreach (IpPrefix prefix in bgp.Exports)
        {
            writer.Line($"  network {prefix.Address} mask {Mask(prefix)}");
        }

        WriteActivation(writer, plan);
        string neighbor = $"  neighbor {plan.PeerAddress}";
        writer.Line($"{neighbor} maximum-prefix {RouterBgpPlan.MaxPrefixes} {RouterBgpPlan.WarnPercent} restart {RouterBgpPlan.RestartMinutes}");
        writer.LineIf(bgp.Community is not null, $"{neighbor} send-community");
        writer.LineIf(bgp.AllowAsIn, $"{neighbor} allowas-in 1");
        writer.Comment($"ECMP over several CNIs. This applies to every eBGP neighbor, so it isn't enabled here: maximum-paths {RouterBgpPlan.MaxPaths}", "  ");
        writer.Line(" exit-address-family");
    }
}
