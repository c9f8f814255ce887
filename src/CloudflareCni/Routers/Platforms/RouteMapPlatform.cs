using System.Collections.Generic;

namespace CloudflareCni.Routers.Platforms;

/// <summary>A platform whose policies are prefix lists and route maps, written as in Cisco IOS.</summary>
internal abstract class RouteMapPlatform : RouterPlatform
{
    private const int Step = 10;

    /// <summary>Gets the indentation of a line in a block.</summary>
    private protected abstract string Indent { get; }

    /// <summary>Gets a value indicating whether a block ends with <c>exit</c>.</summary>
    private protected virtual bool WritesExit => false;

    private protected void WritePolicies(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp)
    {
        CommentImports(writer, bgp);
        WritePolicy(writer, $"{plan.Identifier}-IN", bgp.Imports, community: null);
        CommentExports(writer, bgp);
        WritePolicy(writer, $"{plan.Identifier}-OUT", bgp.Exports, bgp.Community);
    }

    /// <summary>Starts the BGP process, and writes the lines of the neighbor that aren't part of an address family.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="plan">The settings of the router.</param>
    /// <param name="bgp">The settings of the session.</param>
    /// <param name="password">The statement that precedes the MD5 key.</param>
    private protected void WriteNeighbor(RouterWriter writer, RouterPlan plan, RouterBgpPlan bgp, string password)
    {
        string neighbor = $"{Indent}neighbor {plan.PeerAddress}";
        writer.Lines(
            $"router bgp {RouterText.Number(bgp.LocalAsn)}",
            $"{neighbor} remote-as {RouterText.Number(bgp.PeerAsn)}",
            $"{neighbor} description {Description(plan)}");
        writer.LineIf(bgp.Md5Key is not null, $"{neighbor} {password} {bgp.Md5Key}");
        writer.Line($"{neighbor} timers {RouterText.Number(bgp.KeepaliveSec)} {RouterText.Number(bgp.HoldTimeSec)}");
    }

    /// <summary>Activates the neighbor in an address family, with its policies.</summary>
    private protected void WriteActivation(RouterWriter writer, RouterPlan plan)
    {
        string neighbor = $"{Indent}{Indent}neighbor {plan.PeerAddress}";
        writer.Lines($"{neighbor} activate", $"{neighbor} route-map {plan.Identifier}-IN in", $"{neighbor} route-map {plan.Identifier}-OUT out");
    }

    private protected void EndBlock(RouterWriter writer, string indent = "") => writer.LineIf(WritesExit, $"{indent}exit");

    // A prefix list without entries permits everything, so without prefixes the route map itself denies.
    private void WritePolicy(RouterWriter writer, string name, IReadOnlyList<IpPrefix> prefixes, string? community)
    {
        for (int i = 0; i < prefixes.Count; i++)
        {
            writer.Line($"ip prefix-list {name} seq {RouterText.Number((i + 1) * Step)} permit {prefixes[i]}");
        }

        writer.Line($"route-map {name} {(prefixes.Count == 0 ? "deny" : "permit")} {Step}");
        writer.LineIf(prefixes.Count > 0, $"{Indent}match ip address prefix-list {name}");
        writer.LineIf(community is not null, $"{Indent}set community {community} additive");
        EndBlock(writer);
        writer.Gap();
    }
}
