using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES03: the circuits are in at least two facilities.</summary>
internal sealed class FacilityRule() : DomainRule("RES03", Documentation.Models)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) =>
        tier >= CniResiliencyTier.High ? CniResiliencySeverity.Error : CniResiliencySeverity.Information;

    private protected override Verdict Say(ResiliencyCase found, IReadOnlyList<ResiliencyLink> links)
    {
        string[] facilities = ResiliencyTiers.Facilities(links).Select(facility => facility.Key).ToArray();
        if (facilities.Length > 1)
        {
            return new(CniResiliencyResult.Pass, $"{ResiliencyText.Number(facilities.Length)} facilities: {ResiliencyText.Names(facilities)}.");
        }

        string evidence = facilities.Length == 0 ? "No facility is known." : $"One facility: {ResiliencyText.Text(facilities[0])}.";
        ResiliencyLink[] unknown = links.Where(link => link.Facility is null).ToArray();
        return unknown.Length > 0 && links.Count > 1
            ? new(
                CniResiliencyResult.Unknown,
                $"{evidence} The API doesn't show the facility of {ResiliencyText.Names(unknown)}.",
                "Find out where these circuits reach Cloudflare.",
                unknown.Select(link => link.Name))
            : new(CniResiliencyResult.Fail, evidence, "Order a circuit in another facility.", facilities);
    }
}
