using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Circuits;

/// <summary>Arranges circuits as a diagram: metro, facility, device, link, CNI, routes.</summary>
internal static class CircuitDiagram
{
    private const string NoLocation = "(no location)";
    private const string NoFacility = "(facility unknown)";
    private const string NoDevice = "(device unknown)";

    /// <summary>Creates the diagram.</summary>
    /// <param name="circuits">The circuits, in any order.</param>
    /// <returns>A node for each metro or cloud region, in the order of their names.</returns>
    public static IReadOnlyList<DiagramNode> Of(IEnumerable<CniCircuit> circuits) => Group(
        circuits,
        circuit => circuit.Metro ?? circuit.Location ?? NoLocation,
        (location, members) => new DiagramNode(
            DiagramPart.Metro, location, members.All(member => member.Region is not null) ? ["cloud region"] : [], [.. Facilities(members)]));

    // A cloud interconnect has neither a facility nor a device.
    private static IEnumerable<DiagramNode> Facilities(IReadOnlyList<CniCircuit> circuits)
    {
        CniCircuit[] cloud = [.. circuits.Where(circuit => circuit.Facility is null && circuit.Device is null && circuit.Kind != CniInterconnectKind.Physical)];
        return Group(
            circuits.Except(cloud),
            circuit => string.IsNullOrEmpty(circuit.Facility) ? NoFacility : circuit.Facility!,
            (facility, members) => new DiagramNode(DiagramPart.Facility, facility, [], Devices(members)))
            .Concat(Links(cloud));
    }

    private static IReadOnlyList<DiagramNode> Devices(IReadOnlyList<CniCircuit> circuits) => Group(
        circuits,
        circuit => string.IsNullOrEmpty(circuit.Device) ? NoDevice : circuit.Device!,
        (device, members) => new DiagramNode(DiagramPart.Device, device, [], [.. Links(members)]));

    private static IEnumerable<DiagramNode> Links(IEnumerable<CniCircuit> circuits) => circuits
        .OrderBy(circuit => circuit.Name, StringComparer.OrdinalIgnoreCase)
        .Select(circuit => new DiagramNode(DiagramPart.Link, circuit.Name, circuit.Speed is { Length: > 0 } speed ? [speed] : [], [.. CniNodes(circuit)])
        {
            Condition = LinkConditions.Of(circuit.State),
            State = string.IsNullOrEmpty(circuit.State) ? LinkConditions.UnknownText : circuit.State!,
            Reason = circuit.Reason ?? "",
        });

    private static IEnumerable<DiagramNode> CniNodes(CniCircuit circuit)
    {
        if (circuit.Cnis is null)
        {
            yield return Remark("CNIs couldn't be read");
        }
        else if (circuit.Cnis.Count == 0)
        {
            yield return Remark("no CNI");
        }

        var routes = new List<CniMagicRoute>(circuit.Routes ?? []);
        foreach (Cni cni in circuit.Cnis ?? [])
        {
            CniMagicRoute[] own = [.. routes.Where(route => IsOver(route, cni))];
            routes.RemoveAll(own.Contains);
            yield return new DiagramNode(DiagramPart.Cni, cni.ConduitName, [.. Describe(cni)], [.. own.Select(RouteNode)]);
        }

        foreach (CniMagicRoute route in routes)
        {
            yield return RouteNode(route);
        }

        if (circuit.Routes is null)
        {
            yield return Remark("routes couldn't be read");
        }
    }

    private static IEnumerable<string> Describe(Cni cni)
    {
        yield return $"{cni.CustIp} to {cni.P2pIp}";
        yield return $"MTU {DisplayText.Number(cni.Mtu)}";
        if (cni.CustomerAsn is { } asn)
        {
            yield return $"AS{DisplayText.Number(asn)}";
        }
    }

    private static DiagramNode RouteNode(CniMagicRoute route) =>
        new(DiagramPart.Route, route.Prefix, route.Priority is { } priority ? [$"priority {DisplayText.Number(priority)}"] : [], []);

    private static DiagramNode Remark(string text) => new(DiagramPart.Remark, text, [], []);

    private static bool IsOver(CniMagicRoute route, Cni cni) =>
        LinkPrefixes.NetworkOf(cni) is { } network
        && IpPrefix.TryParse($"{LinkPrefixes.Address(route.NextHop)}/{DisplayText.Number(network.Length)}", out IpPrefix nextHop)
        && nextHop.SameNetwork(network);

    private static IReadOnlyList<DiagramNode> Group(
        IEnumerable<CniCircuit> circuits, Func<CniCircuit, string> key, Func<string, IReadOnlyList<CniCircuit>, DiagramNode> create) =>
    [
        .. circuits.GroupBy(key, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => create(group.Key, [.. group])),
    ];
}
