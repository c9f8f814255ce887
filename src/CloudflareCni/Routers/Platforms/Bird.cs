using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Routers.Platforms;

/// <summary>BIRD 2.</summary>
internal sealed class Bird : RouterPlatform
{
    public override CniRouterPlatform Platform => CniRouterPlatform.Bird;

    public override string Name => "BIRD";

    public override string Product => "BIRD 2";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["eth1", "enp1s0f0", "bond0"];

    // BIRD's strings have no escapes: every character except the quotation mark is literal. The kernel accepts 80 characters.
    internal override RouterKeyLimits KeyLimits { get; } = new() { MaxLength = 80, IsQuoted = true, IsTried = true };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"ip -s link show dev {RouterCommands.Port}",
        Light = $"ethtool -m {RouterCommands.Port}",
        Arp = "ip neighbor show to PEER",
        BgpSession = "birdc show protocols all NAME",
        BgpReceived = "birdc show route protocol NAME",
        BgpAdvertised = "birdc show route export NAME",
        StaticRoutes = "ip route show via PEER",
        Ping = "ping -M do -s SIZE PEER",
    };

    private protected override string InterfacePattern => SystemInterface;

    private protected override string CommentMark => "#";

    private protected override string FileExtension => "conf";

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "Include it from bird.conf, which needs these once:";
        yield return "  protocol device { }";
        yield return "  protocol direct { ipv4; }   # or another source of the prefixes that you advertise";
        yield return $"  protocol kernel {{ merge paths on limit {RouterBgpPlan.MaxPaths}; ipv4 {{ import none; export where source ~ [ RTS_BGP, RTS_STATIC ]; }}; }}   # merge paths is ECMP";
        yield return "BIRD doesn't set the address or the MTU. Use:";
        yield return $"  ip link set dev {plan.InterfaceName} mtu {RouterText.Number(plan.LinkMtu)} up";
        yield return $"  ip address add {plan.CustIp} dev {plan.InterfaceName}";
        if (plan.LowersIpMtu)
        {
            yield return $"Incoming packets have up to 1500 bytes, outgoing packets up to {RouterText.Number(plan.IpMtu)}. Don't lower the link's MTU; clamp the TCP MSS to {RouterText.Number(plan.TcpMss)} on {plan.InterfaceName} instead.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        string name = plan.LowerIdentifier.Replace('-', '_');
        if (plan.StaticRoutes.Count > 0)
        {
            writer.Lines($"protocol static {name} {{", $"  description \"{Description(plan)}\";", "  ipv4;");
            writer.Lines([.. plan.StaticRoutes.Select(prefix => $"  route {prefix} via {plan.PeerAddress};")]);
            writer.Line("}");
        }

        if (plan.Bgp is { } bgp)
        {
            CommentImports(writer, bgp);
            WriteFilter(writer, $"{name}_in", bgp.Imports, community: null);
            CommentExports(writer, bgp);
            WriteFilter(writer, $"{name}_out", bgp.Exports, bgp.Community);
            WriteSession(writer, plan, bgp, name);
        }
    }

    // A separate set, so that "birdc eval" shows it.
    private static void WriteFilter(RouterWriter writer, string name, IReadOnlyList<IpPrefix> prefixes, string? community)
    {
        string set = name.ToUpperInvariant();
        writer.LineIf(prefixes.Count > 0, $"define {set} = [ {string.Join(", ", prefixes)} ];");
        writer.Line($"filter {name} {{");
        if (prefixes.Count > 0)
        {
            writer.Line($"  if net ~ {set} then {{");
            writer.LineIf(community is not null, $"    bgp_community.add(({community?.Replace(":", ", ")}));");
            writer.Lines("    accept;", "  }");
        }

        writer.Lines("  reject;", "}");
        writer.Gap();
    }

    private void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp, string name)
    {
        writer.Lines(
            $"protocol bgp {name} {{",
            $"  description \"{Description(plan)}\";",
            $"  local {plan.LocalAddress} as {RouterText.Number(bgp.LocalAsn)};",
            $"  neighbor {plan.PeerAddress} as {RouterText.Number(bgp.PeerAsn)};");
        writer.LineIf(bgp.Md5Key is not null, $"  password \"{bgp.Md5Key}\";");
        writer.Lines($"  hold time {RouterText.Number(bgp.HoldTimeSec)};", $"  keepalive time {RouterText.Number(bgp.KeepaliveSec)};");
        writer.LineIf(bgp.AllowAsIn, "  allow local as 1;");
        writer.Lines(
            "  ipv4 {",
            $"    import filter {name}_in;",
            $"    receive limit {RouterBgpPlan.MaxPrefixes} action restart;",
            $"    export filter {name}_out;",
            "  };",
            "}");
    }
}
