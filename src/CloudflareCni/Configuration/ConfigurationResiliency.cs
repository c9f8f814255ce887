using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Circuits;
using CloudflareCni.Resiliency;

namespace CloudflareCni.Configuration;

/// <summary>Tests how resilient the links of a configuration are, as far as that needs no state: as if all of them were healthy.</summary>
internal static class ConfigurationResiliency
{
    /// <summary>Tests a configuration that has a whole account. A rule that fails is never an error: the configuration can be used.</summary>
    /// <param name="document">The configuration.</param>
    /// <returns>What each rule that fails says.</returns>
    public static IEnumerable<CniConfigurationFinding> Test(ConfigurationDocument document)
    {
        if (document is not { HasErrors: false, IsPartial: false, Interconnects: { Count: > 0 } interconnects, Cnis: { } cnis })
        {
            return [];
        }

        var parts = new CircuitParts(
            interconnects.Select(one => one.ToModel(new CniInterconnect())).ToArray(),
            Cnis: cnis.Select(one => one.ToModel(new Cni())).ToArray());
        var join = new CircuitJoin(parts);
        IEnumerable<CniCircuit> circuits = parts.Interconnects.Select(one => join.Create(one, new CniInterconnectStatus(one.Name, InterconnectStates.Healthy, null, DateTime.MinValue)));
        return ResiliencyTest.Run(circuits.ToArray(), new ResiliencyOptions(DateTime.MinValue)).Findings
            .Where(finding => finding.Result == CniResiliencyResult.Fail)
            .Select(finding => new CniConfigurationFinding
            {
                Severity = finding.Severity == CniResiliencySeverity.Information ? CniConfigurationSeverity.Information : CniConfigurationSeverity.Warning,
                Rule = finding.Rule,
                Message = $"{finding.Evidence} {finding.Recommendation}".Trim(),
                Pointer = "/interconnects",
                Line = interconnects[0].Node?.Line,
                Path = document.Path,
                Source = finding.Source,
            });
    }
}
