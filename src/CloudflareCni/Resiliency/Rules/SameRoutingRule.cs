using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES08: the BGP mode and the extra prefixes are the same on all CNIs, so that a failover doesn't change which networks can be reached.</summary>
internal sealed class SameRoutingRule() : ResiliencyRule("RES08", Documentation.Api)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Warning;

    private protected override Verdict Say(ResiliencyCase found)
    {
        Cni[] cnis = found.Cnis.Where(cni => cni.Bgp is not null).ToArray();
        if (cnis.Length < 2)
        {
            return new(CniResiliencyResult.Pass, "Fewer than two CNIs have BGP, so there is nothing to compare.");
        }

        string[] prefixes = cnis.Select(cni => Prefixes(cni.Bgp!)).Distinct(StringComparer.Ordinal).ToArray();
        string[] modes = cnis.Select(cni => cni.BgpMode).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        IEnumerable<string> subject = cnis.Select(cni => cni.Interconnect);
        return prefixes.Length > 1 || modes.Length > 1
            ? new(
                CniResiliencyResult.Fail,
                $"Not the same on all CNIs: {(prefixes.Length < 2 ? "BGP mode" : modes.Length < 2 ? "extra prefixes" : "extra prefixes and BGP mode")}.",
                "Use Set-Cni to give every CNI the same extra prefixes and BGP mode.",
                subject)
            : modes.Length == 1 && cnis.Any(cni => cni.BgpMode is null)
                ? new(CniResiliencyResult.Unknown, "The extra prefixes are the same. The API doesn't show the BGP mode of every CNI.", Subject: subject)
                : new(CniResiliencyResult.Pass, "Extra prefixes and BGP mode are the same on all CNIs with BGP.");
    }

    private static string Prefixes(CniBgp bgp) => string.Join(",", bgp.ExtraPrefixes.Select(prefix => prefix.Trim()).Distinct().OrderBy(prefix => prefix, StringComparer.Ordinal));
}
