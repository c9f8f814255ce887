using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>Determines the tier that circuits reach. Two circuits whose devices aren't known count as one device, because they may end on the same one.</summary>
internal static class ResiliencyTiers
{
    /// <summary>Gets the tier that circuits reach.</summary>
    /// <param name="links">The circuits.</param>
    /// <returns>The highest tier.</returns>
    public static CniResiliencyTier Of(IReadOnlyList<ResiliencyLink> links)
    {
        IGrouping<string, ResiliencyLink>[] facilities = Facilities(links);
        return facilities.Count(facility => Devices(facility) > 1) > 1 ? CniResiliencyTier.Maximum
            : facilities.Length > 1 ? CniResiliencyTier.High
            : Devices(links) > 1 ? CniResiliencyTier.Standard
            : CniResiliencyTier.None;
    }

    /// <summary>Groups circuits by facility. Circuits whose facility isn't known are omitted.</summary>
    /// <param name="links">The circuits.</param>
    /// <returns>The facilities, in the order of their names.</returns>
    public static IGrouping<string, ResiliencyLink>[] Facilities(IEnumerable<ResiliencyLink> links) => links
        .Where(link => link.Facility is not null)
        .GroupBy(link => link.Facility!, StringComparer.OrdinalIgnoreCase)
        .OrderBy(facility => facility.Key, StringComparer.OrdinalIgnoreCase)
        .ToArray();

    /// <summary>Counts the known devices.</summary>
    /// <param name="links">The circuits.</param>
    /// <returns>The number of different devices.</returns>
    public static int Devices(IEnumerable<ResiliencyLink> links) => links.Select(link => link.Device).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>Determines why circuits don't reach a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="links">The circuits that count.</param>
    /// <returns>A sentence for each reason; none if they reach it.</returns>
    public static IEnumerable<string> Missing(CniResiliencyTier tier, IReadOnlyList<ResiliencyLink> links)
    {
        if (Of(links) >= tier)
        {
            yield break;
        }

        int wanted = tier == CniResiliencyTier.Maximum ? 4 : 2;
        if (links.Count < wanted)
        {
            yield return $"{tier} requires {wanted} circuits with CNIs, but there {(links.Count == 1 ? "is 1" : $"are {ResiliencyText.Number(links.Count)}")}.";
        }

        IGrouping<string, ResiliencyLink>[] facilities = Facilities(links);
        if (tier >= CniResiliencyTier.High && facilities.Length < 2 && links.Count > 0)
        {
            yield return facilities.Length == 0
                ? $"{tier} requires two facilities, but the API doesn't show the facility of {ResiliencyText.Names(links)}."
                : $"{tier} requires two facilities, but only {ResiliencyText.Text(facilities[0].Key)} is known.";
        }

        if (tier == CniResiliencyTier.Maximum && facilities.Length > 1)
        {
            string[] two = facilities.Where(facility => Devices(facility) > 1).Select(facility => facility.Key).ToArray();
            yield return $"Maximum requires two devices in each of two facilities, but {(two.Length == 0 ? "no facility" : $"only {ResiliencyText.Text(two[0])}")} has two known devices.";
        }

        IEnumerable<ResiliencyLink[]> groups = tier switch
        {
            CniResiliencyTier.Maximum => facilities.Select(facility => facility.ToArray()),
            CniResiliencyTier.Standard => [[.. links]],
            _ => [],
        };
        foreach (ResiliencyLink[] group in groups.Where(group => group.Length > 1 && Devices(group) < 2))
        {
            yield return LacksDevice(group);
        }
    }

    private static string LacksDevice(ResiliencyLink[] links)
    {
        string where = links[0].Facility is { } facility && links.All(link => facility.Equals(link.Facility, StringComparison.OrdinalIgnoreCase))
            ? $" in {ResiliencyText.Text(facility)}" : "";
        ResiliencyLink[] unknown = links.Where(link => link.Device is null).ToArray();
        return unknown.Length > 0
            ? $"The API doesn't show the device of {ResiliencyText.Names(unknown)}{where}, so it isn't known whether there are two."
            : $"{ResiliencyText.Names(links)}{where} end on the same device, {ResiliencyText.Text(links[0].Device!)}.";
    }
}
