using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Routers.Platforms;

/// <summary>Cisco IOS XR.</summary>
internal sealed class IosXr : RouterPlatform
{
    private const int EthernetHeader = 14;

    public override CniRouterPlatform Platform => CniRouterPlatform.IosXr;

    public override string Name => "Cisco IOS XR";

    public override string Product => "Cisco IOS XR";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["TenGigE0/0/0/0", "HundredGigE0/0/0/0", "Bundle-Ether1"];

    // The documentation doesn't name a limit.
    internal override RouterKeyLimits KeyLimits { get; } = new() { MaxLength = 80, SureLength = 20, AllowsInnerSpace = true };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"show interfaces {RouterCommands.Port}",
        Light = $"show controllers {RouterCommands.Port} phy",
        Arp = $"show arp {RouterCommands.Port}",
        BgpSession = "show bgp neighbors PEER",
        BgpReceived = "show bgp neighbors PEER routes",
        BgpAdvertised = "show bgp neighbors PEER advertised-routes",
        StaticRoutes = "show route ipv4 static",
        Ping = "ping PEER size SIZE donotfrag",
        PingCountsHeaders = true,
    };

    private protected override string InterfacePattern => CiscoInterface;

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "The interface MTU includes the 14-byte Ethernet header. Without a route policy, an eBGP session doesn't exchange routes.";
        yield return "Nothing takes effect before \"commit\".";
        if (plan.Bgp is { } bgp)
        {
            yield return "IOS XR takes its BGP router ID from a loopback interface. On a router without one, the session stays down until you use: "
                + $"router bgp {RouterText.Number(bgp.LocalAsn)} bgp router-id {plan.LocalAddress}";
        }

        if (plan.LowersIpMtu)
        {
            yield return "\"ipv4 mtu\" limits outgoing packets. \"mtu\" has room for 1500 bytes, because incoming packets have up to 1500 bytes.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        writer.Lines(
            $"interface {plan.InterfaceName}",
            $" description {Description(plan)}",
            $" mtu {RouterText.Number(plan.LinkMtu + EthernetHeader)}",
            $" ipv4 address {plan.LocalAddress} {Mask(plan.CustIp)}");
        writer.LineIf(plan.LowersIpMtu, $" ipv4 mtu {RouterText.Number(plan.IpMtu)}");
        writer.Line(" no shutdown");
        writer.Gap();
        WriteRoutes(writer, plan);
        if (plan.Bgp is { } bgp)
        {
            CommentImports(writer, bgp);
            WritePolicy(writer, $"{plan.Identifier}-IN", bgp.Imports, community: null);
            CommentExports(writer, bgp);
            WritePolicy(writer, $"{plan.Identifier}-OUT", bgp.Exports, bgp.Community);
            WriteSession(writer, plan, bgp);
        }
    }

    private static void WriteRoutes(RouterWriter writer, RouterPlan plan)
    {
        if (plan.StaticRoutes.Count == 0)
        {
            return;
        }

        writer.Lines("router static", " address-family ipv4 unicast");
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            writer.Line($"  {prefix} {plan.InterfaceName} {plan.PeerAddress} description {plan.Identifier}");
        }

        writer.Lines(" !", "!");
    }

    private static void WritePolicy(RouterWriter writer, string name, IReadOnlyList<IpPrefix> prefixes, string? community)
    {
        if (prefixes.Count == 0)
        {
            writer.Lines($"route-policy {name}", "  drop", "end-policy", "!");
            return;
        }

        writer.Line($"prefix-set {name}");
        writer.Lines([.. prefixes.Select((prefix, index) => $"  {prefix}{(index < prefixes.Count - 1 ? "," : "")}")]);
        writer.Lines("end-set", "!", $"route-policy {name}", $"  if destination in {name} then");
        writer.LineIf(community is not null, $"    set community ({community}) additive");
        writer.Lines("    pass", "  else", "    drop", "  endif", "end-policy", "!");
    }

    private void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        writer.Lines($"router bgp {RouterText.Number(bgp.LocalAsn)}", " address-family ipv4 unicast");
        writer.Lines([.. bgp.Exports.Select(prefix => $"  network {prefix}")]);
        writer.Comment($"ECMP over several CNIs. This applies to every eBGP neighbor, so it isn't enabled here: maximum-paths ebgp {RouterBgpPlan.MaxPaths}", "  ");
        writer.Lines(
            " !",
            $" neighbor {plan.PeerAddress}",
            $"  remote-as {RouterText.Number(bgp.PeerAsn)}",
            $"  description {Description(plan)}",
            $"  timers {RouterText.Number(bgp.KeepaliveSec)} {RouterText.Number(bgp.HoldTimeSec)}");
        writer.LineIf(bgp.Md5Key is not null, $"  password clear {bgp.Md5Key}");
        writer.Lines(
            "  address-family ipv4 unicast",
            $"   route-policy {plan.Identifier}-IN in",
            $"   route-policy {plan.Identifier}-OUT out",
            $"   maximum-prefix {RouterBgpPlan.MaxPrefixes} {RouterBgpPlan.WarnPercent} restart {RouterBgpPlan.RestartMinutes}");
        writer.LineIf(bgp.Community is not null, "   send-community-ebgp");
        writer.LineIf(bgp.AllowAsIn, "   allowas-in 1");
        writer.Lines("  !", " !", "!");
    }
}
