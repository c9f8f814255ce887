using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>Finds the parts of circuits that can be lost: the circuits themselves, devices, facilities and sites.</summary>
public static class ResiliencyParts
{
    /// <summary>Gets the parts of circuits.</summary>
    /// <param name="circuits">The circuits.</param>
    /// <returns>The name and kind of each part: <c>circuit</c>, <c>device</c>, <c>facility</c> or <c>site</c>. No part is repeated.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Of(IEnumerable<CniCircuit> circuits) => circuits
        .SelectMany(PartsOf)
        .Distinct();

    /// <summary>Finds the names that don't match a part of a circuit.</summary>
    /// <param name="names">The names.</param>
    /// <param name="circuits">The circuits.</param>
    /// <returns>The names without a match.</returns>
    public static IReadOnlyList<string> Unknown(IEnumerable<string> names, IEnumerable<CniCircuit> circuits)
    {
        var known = new HashSet<string>(circuits.SelectMany(PartsOf).Select(part => part.Key.Trim()), StringComparer.OrdinalIgnoreCase);
        return names.Where(name => !known.Contains(name.Trim())).ToArray();
    }

    /// <summary>Determines whether the loss of a part includes a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="name">The name of the part.</param>
    /// <returns><c>true</c> if it is; otherwise, <c>false</c>.</returns>
    internal static bool Has(CniCircuit circuit, string name) =>
        PartsOf(circuit).Any(part => part.Key.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<KeyValuePair<string, string>> PartsOf(CniCircuit circuit)
    {
        yield return new(circuit.Name, "circuit");
        if (!string.IsNullOrWhiteSpace(circuit.Device))
        {
            yield return new(circuit.Device!, "device");
        }

        if (!string.IsNullOrWhiteSpace(circuit.Facility))
        {
            yield return new(circuit.Facility!, "facility");
        }

        if (!string.IsNullOrWhiteSpace(circuit.Site))
        {
            yield return new(circuit.Site!, "site");
        }
    }
}
