using System;
using System.Collections.Generic;

namespace CloudflareCni.Routers.Platforms;

/// <summary>Juniper Junos.</summary>
internal sealed class Junos : RouterPlatform
{
    private const int EthernetHeader = 14;
    private const string Group = "set protocols bgp group CLOUDFLARE-CNI";

    public override CniRouterPlatform Platform => CniRouterPlatform.Junos;

    public override string Name => "Juniper Junos";

    public override string Product => "Juniper Junos";

    public override IReadOnlyList<string> InterfaceExamples { get; } = ["xe-0/0/0", "et-0/0/0", "ae0"];

    // The effect of a backslash in quotes isn't documented. A value that begins with $9$ is read as encrypted.
    internal override RouterKeyLimits KeyLimits { get; } = new()
    {
        MaxLength = 126,
        SureLength = 80,
        IsQuoted = true,
        Refused = "\\",
        OtherFault = key => key.StartsWith("$9$", StringComparison.Ordinal) || key.StartsWith("$8$", StringComparison.Ordinal)
            ? "it looks like a key that is already encrypted" : null,
    };

    internal override RouterCommands Commands { get; } = new()
    {
        PortState = $"show interfaces {RouterCommands.Port} extensive",
        Light = $"show interfaces diagnostics optics {RouterCommands.Port}",
        Arp = "show arp hostname PEER no-resolve",
        BgpSession = "show bgp neighbor PEER",
        BgpReceived = "show route receive-protocol bgp PEER",
        BgpAdvertised = "show route advertising-protocol bgp PEER",
        StaticRoutes = "show route protocol static",
        Ping = "ping PEER size SIZE do-not-fragment",
    };

    private protected override string InterfacePattern => "(?:[gx]e|et)-[0-9]{1,2}/[0-9]{1,2}/[0-9]{1,3}(?::[0-9]{1,2})?|ae[0-9]{1,4}";

    private protected override string CommentMark => "#";

    private protected override string FileExtension => "set";

    private protected override IEnumerable<string> PlatformNotes(RouterPlan plan)
    {
        yield return "Load it with \"load set terminal\" in configuration mode; nothing takes effect before \"commit\".";
        yield return "The interface MTU includes the 14-byte Ethernet header; the MTU of family inet doesn't.";
        if (plan.LowersIpMtu)
        {
            yield return "The MTU of family inet limits outgoing packets. The interface has room for 1500 bytes, because incoming packets have up to 1500 bytes.";
        }

        if (plan.Bgp is { } bgp)
        {
            yield return $"The router must have the AS number {RouterText.Number(bgp.LocalAsn)}. It applies to every neighbor, so it isn't set here. "
                + $"If the router doesn't have an AS number yet, use: set routing-options autonomous-system {RouterText.Number(bgp.LocalAsn)}";
            yield return "By default, Junos accepts and advertises every BGP route, so both policies end with a reject.";
            yield return "Multipath enables ECMP over several CNIs in BGP. The forwarding table also needs a load-balancing policy.";
        }
    }

    private protected override void Write(RouterWriter writer, RouterPlan plan)
    {
        writer.Lines(
            $"set interfaces {plan.InterfaceName} description \"{Description(plan)}\"",
            $"set interfaces {plan.InterfaceName} mtu {RouterText.Number(plan.LinkMtu + EthernetHeader)}",
            $"set interfaces {plan.InterfaceName} unit 0 family inet mtu {RouterText.Number(plan.IpMtu)}",
            $"set interfaces {plan.InterfaceName} unit 0 family inet address {plan.CustIp}");
        foreach (IpPrefix prefix in plan.StaticRoutes)
        {
            writer.Line($"set routing-options static route {prefix} next-hop {plan.PeerAddress}");
        }

        if (plan.Bgp is { } bgp)
        {
            CommentImports(writer, bgp);
            WritePolicy(writer, $"{plan.Identifier}-IN", bgp.Imports, community: null);
            CommentExports(writer, bgp);
            writer.LineIf(bgp.Community is not null, $"set policy-options community {plan.Identifier} members {bgp.Community}");
            WritePolicy(writer, $"{plan.Identifier}-OUT", bgp.Exports, bgp.Community is null ? null : plan.Identifier);
            writer.Gap();
            WriteSession(writer, plan, bgp);
        }
    }

    private static void WritePolicy(RouterWriter writer, string name, IReadOnlyList<IpPrefix> prefixes, string? community)
    {
        string policy = $"set policy-options policy-statement {name}";
        foreach (IpPrefix prefix in prefixes)
        {
            writer.Line($"{policy} term wanted from route-filter {prefix} exact");
        }

        writer.LineIf(community is not null, $"{policy} term wanted then community add {community}");
        writer.LineIf(prefixes.Count > 0, $"{policy} term wanted then accept");
        writer.Line($"{policy} term rest then reject");
    }

    private void WriteSession(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        string neighbor = $"{Group} neighbor {plan.PeerAddress}";
        writer.Lines(
            $"{Group} type external",
            $"{Group} multipath",
            $"{neighbor} description \"{Description(plan)}\"",
            $"{neighbor} peer-as {RouterText.Number(bgp.PeerAsn)}",
            $"{neighbor} local-address {plan.LocalAddress}",
            $"{neighbor} hold-time {RouterText.Number(bgp.HoldTimeSec)}");
        writer.LineIf(bgp.Md5Key is not null, $"{neighbor} authentication-key \"{bgp.Md5Key}\"");
        writer.Lines(
            $"{neighbor} import {plan.Identifier}-IN",
            $"{neighbor} export {plan.Identifier}-OUT",
            $"{neighbor} family inet unicast prefix-limit maximum {RouterBgpPlan.MaxPrefixes}",
            $"{neighbor} family inet unicast prefix-limit teardown {RouterBgpPlan.WarnPercent}",
            $"{neighbor} family inet unicast prefix-limit teardown idle-timeout {RouterBgpPlan.RestartMinutes}");
        writer.LineIf(bgp.AllowAsIn, $"{neighbor} family inet unicast loops 1");
    }
}
