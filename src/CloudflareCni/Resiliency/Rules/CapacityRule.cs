using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>
/// RES05: after the loss of the largest circuit, device or facility, the others have the required bandwidth. From Cloudflare, that is the speed of the ports; to
/// Cloudflare, it's 1 Gbit/s for each CNI that Magic Transit or Magic WAN uses. The loss of a facility is only judged for the tiers High and Maximum.
/// </summary>
internal sealed class CapacityRule() : DomainRule(Name, Documentation.GetStarted)
{
    /// <summary>The ID of the rule.</summary>
    public const string Name = "RES05";

    private const double GbpsOfCni = 1;

    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Error;

    private protected override Verdict Say(ResiliencyCase found, IReadOnlyList<ResiliencyLink> links)
    {
        double down = found.Options.RequiredGbps ?? (found.Configured.Sum(link => link.Gbps ?? 0) / 2);
        double up = found.Options.RequiredGbps ?? (found.Configured.Sum(Up) / 2);
        bool isMagic = found.Configured.Any(link => link.Circuit.Magic is { Count: > 0 });
        Loss worst = Losses(found, links).OrderBy(loss => loss.Down).ThenBy(loss => loss.Up).FirstOrDefault() ?? new Loss("", [], 0, 0);
        string evidence = worst.What.Length == 0
            ? "There are no circuits."
            : $"Without {worst.What}, {ResiliencyText.Number(worst.Down)} of {ResiliencyText.Number(links.Sum(link => link.Gbps ?? 0))} Gbit/s from Cloudflare are left; {ResiliencyText.Number(down)} are needed.";
        bool fits = worst.What.Length > 0 && worst.Down >= down;
        if (isMagic && worst.What.Length > 0)
        {
            evidence += $" To Cloudflare, {ResiliencyText.Number(worst.Up)} Gbit/s are left; {ResiliencyText.Number(up)} are needed.";
            fits &= worst.Up >= up;
        }

        ResiliencyLink[] unknown = links.Where(link => link.Gbps is null).ToArray();
        if (fits)
        {
            return new(CniResiliencyResult.Pass, evidence, Subject: worst.Names);
        }

        return unknown.Length > 0
            ? new(CniResiliencyResult.Unknown, $"{evidence} The speed of {ResiliencyText.Names(unknown)} is unknown and counts as 0.", Subject: unknown.Select(link => link.Name))
            : new(
                CniResiliencyResult.Fail,
                evidence,
                "Add circuits in another failure domain, or use faster ones. For more bandwidth to Cloudflare, add CNIs.",
                worst.Names);
    }

    private static IEnumerable<Loss> Losses(ResiliencyCase found, IReadOnlyList<ResiliencyLink> links)
    {
        foreach (ResiliencyLink link in links)
        {
            yield return Lose(links, $"circuit {ResiliencyText.Text(link.Name)}", other => ReferenceEquals(other, link));
        }

        foreach (string device in Distinct(links, link => link.Device))
        {
            yield return Lose(links, $"device {ResiliencyText.Text(device)}", link => device.Equals(link.Device, StringComparison.OrdinalIgnoreCase));
        }

        // The circuits in a facility whose devices aren't known may all end on the same device.
        foreach (IGrouping<string, ResiliencyLink> facility in ResiliencyTiers.Facilities(links.Where(link => link.Device is null)))
        {
            ResiliencyLink[] together = facility.ToArray();
            yield return Lose(links, $"the unknown device of {ResiliencyText.Names(together)}", link => Array.IndexOf(together, link) >= 0);
        }

        if (found.Tier >= CniResiliencyTier.High)
        {
            foreach (string facility in Distinct(links, link => link.Facility))
            {
                yield return Lose(links, $"facility {ResiliencyText.Text(facility)}", link => facility.Equals(link.Facility, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static Loss Lose(IReadOnlyList<ResiliencyLink> links, string what, Func<ResiliencyLink, bool> isLost)
    {
        ResiliencyLink[] left = links.Where(link => !isLost(link)).ToArray();
        return new Loss(what, links.Except(left).Select(link => link.Name), left.Sum(link => link.Gbps ?? 0), left.Sum(Up));
    }

    private static double Up(ResiliencyLink link) => link.Circuit.Cnis!.Count * GbpsOfCni;

    private static string[] Distinct(IEnumerable<ResiliencyLink> links, Func<ResiliencyLink, string?> part) =>
        links.Select(part).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray();

    private sealed record Loss(string What, IEnumerable<string> Names, double Down, double Up);
}
