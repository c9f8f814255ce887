using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES04: the circuits are in at least two metros. Cloudflare's pages contradict each other on whether maintenance is coordinated between metros, so it's a warning.</summary>
internal sealed class MetroRule() : DomainRule("RES04", Documentation.Maintenance)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) =>
        tier == CniResiliencyTier.Maximum ? CniResiliencySeverity.Warning : CniResiliencySeverity.Information;

    private protected override Verdict Say(ResiliencyCase found, IReadOnlyList<ResiliencyLink> links)
    {
        string[] metros = links.Select(link => link.Metro).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (metros.Length > 1)
        {
            return new(CniResiliencyResult.Pass, $"{ResiliencyText.Number(metros.Length)} metros: {ResiliencyText.Names(metros)}.");
        }

        string evidence = metros.Length == 0 ? "No metro is known." : $"One metro: {ResiliencyText.Text(metros[0])}.";
        ResiliencyLink[] unknown = links.Where(link => link.Metro is null).ToArray();
        return unknown.Length > 0 && links.Count > 1
            ? new(CniResiliencyResult.Unknown, $"{evidence} The API doesn't show the metro of {ResiliencyText.Names(unknown)}.", Subject: unknown.Select(link => link.Name))
            : new(
                CniResiliencyResult.Fail,
                evidence,
                "Order a circuit in another metro, or ask your account team how maintenance is coordinated between your sites.",
                metros);
    }
}
