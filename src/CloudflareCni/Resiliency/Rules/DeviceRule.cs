using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES02: within a facility the circuits end on different devices. A device that isn't shown may be any, so that it's never a pass.</summary>
internal sealed class DeviceRule() : DomainRule("RES02", Documentation.Resiliency)
{
    private const string Advice = "Ask your account team which device each port is on, and order the second circuit on another.";

    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) =>
        tier == CniResiliencyTier.High ? CniResiliencySeverity.Information : CniResiliencySeverity.Error;

    private protected override Verdict Say(ResiliencyCase found, IReadOnlyList<ResiliencyLink> links)
    {
        bool isMaximum = found.Tier == CniResiliencyTier.Maximum;

        // Circuits without a facility are together: nobody can tell that they aren't.
        ResiliencyLink[][] groups = [.. ResiliencyTiers.Facilities(links).Select(facility => facility.ToArray()), links.Where(link => link.Facility is null).ToArray()];
        ResiliencyLink[] shared = groups.Where(group => group.Length > 1 && group.All(link => link.Device is not null) && ResiliencyTiers.Devices(group) < 2).SelectMany(group => group).ToArray();
        if (shared.Length > 0)
        {
            return new(
                CniResiliencyResult.Fail,
                $"{ResiliencyText.Names(shared)} end on {ResiliencyText.Names(shared.Select(link => link.Device!))}, with no second device beside it.",
                Advice,
                shared.Select(link => link.Name));
        }

        ResiliencyLink[] unknown = groups.Where(group => group.Length > 1).SelectMany(group => group).Where(link => link.Device is null).ToArray();
        if (unknown.Length > 0)
        {
            return new(CniResiliencyResult.Unknown, $"The API shows no device for {ResiliencyText.Names(unknown)}.", Advice, unknown.Select(link => link.Name));
        }

        ResiliencyLink[] alone = groups.Where(group => group.Length == 1).SelectMany(group => group).ToArray();
        return isMaximum && ResiliencyTiers.Of(links) < CniResiliencyTier.Maximum
            ? new(
                CniResiliencyResult.Fail,
                alone.Length == 0 ? "There are no two facilities with two devices each." : $"{ResiliencyText.Names(alone)} {(alone.Length == 1 ? "has" : "have")} no second device in the same facility.",
                "Order a second circuit on another device in each of two facilities.",
                alone.Select(link => link.Name))
            : links.Count < 2 ? new(CniResiliencyResult.Fail, $"{ResiliencyText.Circuits(links.Count)}, so that there is no second device.", Advice, links.Select(link => link.Name))
            : groups.All(group => group.Length < 2) ? new(CniResiliencyResult.Pass, "No two circuits are in one facility.")
            : new(CniResiliencyResult.Pass, $"{ResiliencyText.Number(ResiliencyTiers.Devices(links))} devices for {ResiliencyText.Circuits(links.Count)}.");
    }
}
