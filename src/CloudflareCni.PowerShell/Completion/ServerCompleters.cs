using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Completes the names of interconnects.</summary>
public sealed class InterconnectCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.Interconnects(bound)
        .OrderBy(interconnect => interconnect.Name, StringComparer.OrdinalIgnoreCase)
        .Select(interconnect =>
        {
            string what = Join(interconnect.Type, interconnect.Site ?? interconnect.Region, interconnect.Facility?.Name, interconnect.Speed);
            return new CompletionCandidate(interconnect.Name, what, $"{interconnect.Name}  {what}");
        });
}

/// <summary>Completes the IDs of slots. A site finds its slots as well.</summary>
public class SlotCompleter : CniCompleter
{
    private protected sealed override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.Slots(bound)
        .Where(IsOffered)
        .OrderBy(slot => slot.Occupied).ThenBy(slot => slot.Site, StringComparer.OrdinalIgnoreCase)
        .Select(slot =>
        {
            string what = Join(slot.Site, slot.Facility.Name, slot.Speed, slot.Occupied ? "occupied" : "free");
            return new CompletionCandidate(slot.Id.ToString(), what, $"{slot.Id}  {what}", slot.Site);
        });

    private protected virtual bool IsOffered(CniSlot slot) => true;
}

/// <summary>Completes the IDs of slots that can be ordered.</summary>
public sealed class FreeSlotCompleter : SlotCompleter
{
    private protected override bool IsOffered(CniSlot slot) => !slot.Occupied;
}

/// <summary>Completes the sites that have slots.</summary>
public sealed class SiteCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.Slots(bound)
        .GroupBy(slot => slot.Site, StringComparer.OrdinalIgnoreCase)
        .OrderBy(site => site.Key, StringComparer.OrdinalIgnoreCase)
        .Select(site =>
        {
            string facilities = string.Join(", ", site.Select(slot => slot.Facility.Name).Distinct());
            string what = $"{facilities}: {site.Count(slot => !slot.Occupied)} of {site.Count()} slots free";
            return new CompletionCandidate(site.Key, what, $"{site.Key}  {what}");
        });
}

/// <summary>Completes the speeds of existing slots.</summary>
public sealed class SpeedCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.Slots(bound)
        .GroupBy(slot => slot.Speed, StringComparer.OrdinalIgnoreCase)
        .OrderBy(speed => speed.Key.Length).ThenBy(speed => speed.Key, StringComparer.OrdinalIgnoreCase)
        .Select(speed => new CompletionCandidate(speed.Key, $"{speed.Count(slot => !slot.Occupied)} of {speed.Count()} slots free"));
}

/// <summary>Completes the IDs of CNIs. The name of a conduit or an interconnect finds its CNIs as well.</summary>
public sealed class CniIdCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.Cnis(bound)
        .OrderBy(cni => cni.Magic.ConduitName, StringComparer.OrdinalIgnoreCase)
        .Select(cni =>
        {
            string what = Join(cni.Magic.ConduitName, $"on {cni.Interconnect}", cni.CustIp);
            return new CompletionCandidate(cni.Id.ToString(), what, $"{cni.Id}  {what}", cni.Magic.ConduitName, cni.Interconnect);
        });
}

/// <summary>Completes the names of existing conduits.</summary>
public sealed class ConduitCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.Cnis(bound)
        .OrderBy(cni => cni.Magic.ConduitName, StringComparer.OrdinalIgnoreCase)
        .Select(cni => new CompletionCandidate(cni.Magic.ConduitName, Join($"in use on {cni.Interconnect}", cni.CustIp, cni.Magic.Description)));
}
