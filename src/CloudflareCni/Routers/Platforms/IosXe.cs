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
        string neighbor = $"neighbor {plan.PeerAddress}";
        writer.Lines(
            $"router bgp {RouterText.Number(bgp.LocalAsn)}",
            $" {neighbor} remote-as {RouterText.Number(bgp.PeerAsn)}",
            $" {neighbor} description {Description(plan)}");
        writer.LineIf(bgp.Md5Key is not null, $" {neighbor} password 0 {bgp.Md5Key}");
        writer.Lines(
            $" {neighbor} timers {RouterText.Number(bgp.KeepaliveSec)} {RouterText.Number(bgp.HoldTimeSec)}",
            " address-family ipv4");
        foreach (IpPrefix prefix in bgp.Exports)
        {
            writer.Line($"  network {prefix.Address} mask {Mask(prefix)}");
        }

        writer.Lines(
            $"  {neighbor} activate",
            $"  {neighbor} route-map {plan.Identifier}-IN in",
            $"  {neighbor} route-map {plan.Identifier}-OUT out",
            $"  {neighbor} maximum-prefix {RouterBgpPlan.MaxPrefixes} {RouterBgpPlan.WarnPercent} restart {RouterBgpPlan.RestartMinutes}");
        writer.LineIf(bgp.Community is not null, $"  {neighbor} send-community");
        writer.LineIf(bgp.AllowAsIn, $"  {neighbor} allowas-in 1");
        writer.Comment($"ECMP over several CNIs. This applies to every eBGP neighbor, so it isn't enabled here: maximum-paths {RouterBgpPlan.MaxPaths}", "  ");
        writer.Line(" exit-address-family");
    }
}
