using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES12: Cloudflare offers two availability domains in each facility. A list from a page, so that it informs and refuses nothing.</summary>
internal sealed class LocationRule() : ResiliencyRule("RES12", $"{Documentation.Locations} (as of {DiverseLocations.AsOf})")
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Information;

    private protected override Verdict Say(ResiliencyCase found)
    {
        var one = new List<string>();
        var unlisted = new List<string>();
        foreach (ResiliencyLink link in found.Configured.Where(link => link.Facility is not null))
        {
            switch (DiverseLocations.Domains(link.Metro, link.Facility!, link.Circuit.Dataplane))
            {
                case null:
                    unlisted.Add(link.Facility!);
                    break;
                case < 2:
                    one.Add(link.Facility!);
                    break;
            }
        }

        return one.Count > 0
            ? new(CniResiliencyResult.Fail, $"One availability domain on this dataplane: {ResiliencyText.Names(one)}.", "Ask your account team which diversity there is.", one.Concat(unlisted))
            : unlisted.Count > 0
                ? new(CniResiliencyResult.Unknown, $"The list doesn't say how many availability domains there are: {ResiliencyText.Names(unlisted)}.", "Ask your account team which diversity there is.", unlisted)
                : found.Configured.Any(link => link.Facility is not null)
                    ? new(CniResiliencyResult.Pass, "Every facility is listed with two availability domains.")
                    : new(CniResiliencyResult.Unknown, "No facility is known.");
    }
}
