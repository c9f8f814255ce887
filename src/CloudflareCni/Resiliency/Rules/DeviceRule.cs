using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES02: in a facility, the circuits end on different devices. If a device isn't known, the result is never a pass.</summary>
internal sealed class DeviceRule() : DomainRule("RES02", Documentation.Resiliency)
{
    private const string Advice = "Ask your account team which device each port is on, and order the second circuit on another.";

    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) =>
        tier == CniResiliencyTier.High ? CniResiliencySeverity.Information : CniResiliencySeverity.Error;

    private protected override Verdict Say(ResiliencyCase found, IReadOnlyList<ResiliencyLink> links)
    {
        bool isMaximum = found.Tier == CniResiliencyTier.Maximum;

        // Circuits whose facility isn't known are in one group, because they may be in the same facility.
        ResiliencyLink[][] groups = [.. ResiliencyTiers.Facilities(links).Select(facility => facility.ToArray()), links.Where(link => link.Facility is null).ToArray()];
        ResiliencyLink[] shared = groups.Where(group => group.Length > 1 && group.All(link => link.Device is not null) && ResiliencyTiers.Devices(group) < 2).SelectMany(group => group).ToArray();
        if (shared.Length > 0)
        {
            return new(
                CniResiliencyResult.Fail,
                $"{ResiliencyText.Names(shared)} end on {ResiliencyText.Names(shared.Select(link => link.Device!))}, and no second device is in the same facility.",
                Advice,
                shared.Select(link => link.Name));
        }

        ResiliencyLink[] unknown = groups.Where(group => group.Length > 1).SelectMany(group => group).Where(link => link.Device is null).ToArray();
        if (unknown.Length > 0)
        {
            return new(CniResiliencyResult.Unknown, $"The API doesn't show the device of {ResiliencyText.Names(unknown)}.", Advice, unknown.Select(link => link.Name));
        }

        ResiliencyLink[] alone = groups.Where(group => group.Length == 1).SelectMany(group => group).ToArray();
        return isMaximum && ResiliencyTiers.Of(links) < CniResiliencyTier.Maximum
            ? new(
                CniResiliencyResult.Fail,
                alone.Length == 0 ? "No two facilities have two devices each." : $"{ResiliencyText.Names(alone)} {(alone.Length == 1 ? "has" : "have")} no second device in the same facility.",
                "Order a second circuit on another device in each of two facilities.",
                alone.Select(link => link.Name))
            : links.Count < 2 ? new(CniResiliencyResult.Fail, $"{ResiliencyText.Circuits(links.Count)}, so there is no second device.", Advice, links.Select(link => link.Name))
            : groups.All(group => group.Length < 2) ? new(CniResiliencyResult.Pass, "No two circuits are in the same facility.")
            : new(CniResiliencyResult.Pass, $"{ResiliencyText.Number(ResiliencyTiers.Devices(links))} devices for {ResiliencyText.Circuits(links.Count)}.");
    }
}
