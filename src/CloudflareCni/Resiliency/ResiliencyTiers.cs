using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>What each tier wants. Only what is known counts: two circuits whose devices the API doesn't show may end on one.</summary>
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

    /// <summary>Groups circuits by the facilities that are known.</summary>
    /// <param name="links">The circuits.</param>
    /// <returns>The facilities, in the order of their names.</returns>
    public static IGrouping<string, ResiliencyLink>[] Facilities(IEnumerable<ResiliencyLink> links) => links
        .Where(link => link.Facility is not null)
        .GroupBy(link => link.Facility!, StringComparer.OrdinalIgnoreCase)
        .OrderBy(facility => facility.Key, StringComparer.OrdinalIgnoreCase)
        .ToArray();

    /// <summary>Counts the devices that are known.</summary>
    /// <param name="links">The circuits.</param>
    /// <returns>The number of different devices.</returns>
    public static int Devices(IEnumerable<ResiliencyLink> links) => links.Select(link => link.Device).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>Says what circuits lack for a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="links">The circuits that count.</param>
    /// <returns>A sentence for each thing; none if they reach it.</returns>
    public static IEnumerable<string> Missing(CniResiliencyTier tier, IReadOnlyList<ResiliencyLink> links)
    {
        if (Of(links) >= tier)
        {
            yield break;
        }

        int wanted = tier == CniResiliencyTier.Maximum ? 4 : 2;
        if (links.Count < wanted)
        {
            yield return $"{tier} needs {wanted} circuits with CNIs, and there {(links.Count == 1 ? "is 1" : $"are {ResiliencyText.Number(links.Count)}")}.";
        }

        IGrouping<string, ResiliencyLink>[] facilities = Facilities(links);
        if (tier >= CniResiliencyTier.High && facilities.Length < 2 && links.Count > 0)
        {
            yield return facilities.Length == 0
                ? $"{tier} needs two facilities, and the API shows none for {ResiliencyText.Names(links)}."
                : $"{tier} needs two facilities, and only {ResiliencyText.Text(facilities[0].Key)} is known.";
        }

        if (tier == CniResiliencyTier.Maximum && facilities.Length > 1)
        {
            string[] two = facilities.Where(facility => Devices(facility) > 1).Select(facility => facility.Key).ToArray();
            yield return $"Maximum needs two devices in each of two facilities, and {(two.Length == 0 ? "no facility" : $"only {ResiliencyText.Text(two[0])}")} has two that are known.";
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
            ? $"The API shows no device for {ResiliencyText.Names(unknown)}{where}, so nobody can tell whether there are two."
            : $"{ResiliencyText.Names(links)}{where} end on one device, {ResiliencyText.Text(links[0].Device!)}.";
    }
}
