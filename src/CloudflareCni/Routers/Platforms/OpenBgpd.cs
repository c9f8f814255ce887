using System.Collections.Generic;
using System.Text;

namespace CloudflareCni.Routers.Platforms;

/// <summary>OpenBGPD.</summary>
internal sealed class OpenBgpd : RouterPlatform
{
    public override CniRouterPlatform Platform => CniRouterPlatform.OpenBgpd;

    public override string Name => "OpenBGPD";

    public override string Product => "OpenBGPD 7.7 or later";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["ix0", "em0", "eth1"];

    internal override RouterKeyLimits KeyLimits { get; } = new()
    {
        MaxLength = 79,
        IsQuoted = true,
        IsTried = true,
        OtherFault = key => key[key.Length - 1] == '\\' ? "it ends with a backslash" : null,
    };

    internal override string ExportCondition => "OpenBGPD advertises them even if the router has no route for them.";

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"ifconfig {RouterCommands.Port}",
        Light = $"ifconfig {RouterCommands.Port} sff",
        Arp = "arp -n PEER",
        BgpSession = "bgpctl show neighbor PEER",
        BgpReceived = "bgpctl show rib in neighbor PEER",
        BgpAdvertised = "bgpctl show rib out neighbor PEER",
        StaticRoutes = "route -n show -inet",
        Ping = "ping -D -s SIZE PEER",
    };

    private protected override string InterfacePattern => SystemInterface;

    private protected override string CommentMark => "#";

    private protected override string FileExtension => "conf";

    private protected override int MaxDescription => 31;

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "OpenBGPD doesn't set the address or the MTU. On OpenBSD, set them in /etc/hostname.<interface>:";
        yield return $"  inet {plan.LocalAddress} {Mask(plan.CustIp)} NONE mtu {RouterText.Number(plan.LinkMtu)}";
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            yield return $"  !route add -inet {prefix} {plan.PeerAddress}";
        }

        if (plan.LowersIpMtu)
        {
            yield return $"Incoming packets have up to 1500 bytes, outgoing packets up to {RouterText.Number(plan.IpMtu)}. Don't lower the link's MTU; in pf.conf, use: match out on {plan.InterfaceName} scrub (max-mss {RouterText.Number(plan.TcpMss)})";
        }

        if (plan.Bgp is { } bgp)
        {
            yield return "Include it from bgpd.conf, after the rules for all neighbors, because the last rule that matches wins. Both files need mode 600. bgpd.conf needs this once:";
            yield return $"  AS {RouterText.Number(bgp.LocalAsn)}";
            yield return "OpenBGPD doesn't support ECMP. If two CNIs offer the same route, it uses one of them.";
        }
        else
        {
            yield return "This CNI has no BGP session, so OpenBGPD needs no configuration. Set the routes above in the operating system.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        if (plan.Bgp is not { } bgp)
        {
            return;
        }

        string name = plan.LowerIdentifier;
        WriteSet(writer, $"{name}-in", bgp.Imports);
        WriteSet(writer, $"{name}-out", bgp.Exports);
        writer.LineIf(bgp.Exports.Count > 0, $"network prefix-set \"{name}-out\"");
        writer.Gap();
        writer.Lines(
            $"neighbor {plan.PeerAddress} {{",
            $"  descr \"{Description(plan)}\"",
            $"  remote-as {RouterText.Number(bgp.PeerAsn)}",
            $"  local-address {plan.LocalAddress}");
        writer.LineIf(bgp.Md5Key is not null, $"  tcp md5sig password \"{Escape(bgp.Md5Key)}\"");
        writer.Lines(
            $"  holdtime {RouterText.Number(bgp.HoldTimeSec)}",
            $"  max-prefix {RouterBgpPlan.MaxPrefixes} restart {RouterBgpPlan.RestartMinutes}");
        writer.LineIf(bgp.AllowAsIn, "  enforce local-as no");
        writer.Line("}");
        writer.Gap();
        CommentImports(writer, bgp);
        writer.Line($"deny from {plan.PeerAddress}");
        writer.LineIf(bgp.Imports.Count > 0, $"allow from {plan.PeerAddress} prefix-set \"{name}-in\"");
        CommentExports(writer, bgp);
        writer.Line($"deny to {plan.PeerAddress}");
        string community = bgp.Community is null ? "" : $" set community {bgp.Community}";
        writer.LineIf(bgp.Exports.Count > 0, $"allow to {plan.PeerAddress} prefix-set \"{name}-out\"{community}");
    }

    private static void WriteSet(RouterWriter writer, string name, IReadOnlyList<IpPrefix> prefixes)
    {
        if (prefixes.Count > 0)
        {
            writer.Line($"prefix-set \"{name}\" {{ {string.Join(", ", prefixes)} }}");
        }
    }

    // A backslash before a space is removed; before another backslash, it's kept.
    private static string Escape(string? key)
    {
        var escaped = new StringBuilder();
        for (int i = 0; i < key?.Length; i++)
        {
            escaped.Append(key[i]);
            if (key[i] == '\\' && i + 1 < key.Length && key[i + 1] == ' ')
            {
                escaped.Append('\\');
            }
        }

        return escaped.ToString();
    }
}
