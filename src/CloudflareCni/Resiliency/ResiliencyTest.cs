using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>Judges how resilient the circuits of an account are.</summary>
public static class ResiliencyTest
{
    /// <summary>Judges circuits.</summary>
    /// <param name="circuits">The circuits of one account.</param>
    /// <param name="options">The requirements.</param>
    /// <returns>The report.</returns>
    public static CniResiliencyReport Run(IReadOnlyList<CniCircuit> circuits, ResiliencyOptions options)
    {
        // The circuits are sorted, so that the same circuits always have the same report.
        CniCircuit[] sorted = circuits.OrderBy(circuit => circuit.Name, StringComparer.OrdinalIgnoreCase).ThenBy(circuit => circuit.Name, StringComparer.Ordinal).ToArray();
        string[] without = (options.Without ?? []).Where(name => sorted.Any(circuit => ResiliencyParts.Has(circuit, name))).ToArray();
        ILookup<bool, CniCircuit> isLost = sorted.ToLookup(circuit => without.Any(name => ResiliencyParts.Has(circuit, name)));
        var found = new ResiliencyCase(isLost[false], options);
        CniResiliencyFinding[] findings = ResiliencyRules.All.Select(rule => rule.Judge(found)).ToArray();
        bool hasBandwidth = options.RequiredGbps is null || findings.Any(finding => finding.Rule == CapacityRule.Name && finding.Result == CniResiliencyResult.Pass);
        return new CniResiliencyReport
        {
            AccountId = sorted.FirstOrDefault()?.AccountId,
            ConfiguredTier = found.ConfiguredTier,
            WorkingTier = found.WorkingTier,
            Tier = found.Tier,
            IsTierReached = found.WorkingTier >= found.Tier && hasBandwidth,
            Without = without,
            Lost = isLost[true].Select(circuit => circuit.Name).ToArray(),
            Circuits = isLost[false].Select(circuit => circuit.Name).ToArray(),
            Findings = findings,
            Blockers = found.Blockers().ToArray(),
        };
    }
}
