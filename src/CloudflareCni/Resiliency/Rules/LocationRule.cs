using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES12: Cloudflare offers two availability domains in each facility. The rule only informs, because the list is a copy of a web page.</summary>
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
            ? new(CniResiliencyResult.Fail, $"One availability domain on this dataplane: {ResiliencyText.Names(one)}.", "Ask your account team which diversity is available.", one.Concat(unlisted))
            : unlisted.Count > 0
                ? new(CniResiliencyResult.Unknown, $"The list doesn't show the number of availability domains of these facilities: {ResiliencyText.Names(unlisted)}.", "Ask your account team which diversity is available.", unlisted)
                : found.Configured.Any(link => link.Facility is not null)
                    ? new(CniResiliencyResult.Pass, "Every facility is listed with two availability domains.")
                    : new(CniResiliencyResult.Unknown, "No facility is known.");
    }
}
