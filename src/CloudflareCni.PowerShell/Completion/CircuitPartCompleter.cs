using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Completes the names of circuits, devices, facilities and sites.</summary>
public sealed class CircuitPartCompleter : CniCompleter
{
    private static readonly string[] Kinds = ["site", "facility", "device", "circuit"];

    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound)
    {
        Dictionary<Guid, CniSlot> slots = CompletionData.Slots(bound).GroupBy(slot => slot.Id).ToDictionary(slot => slot.Key, slot => slot.First());
        return CompletionData.Interconnects(bound)
            .SelectMany(interconnect => Parts(interconnect, slots))
            .Where(part => !string.IsNullOrWhiteSpace(part.Name))
            .GroupBy(part => (part.Kind, Name: part.Name!.ToUpperInvariant()))
            .OrderBy(group => Array.IndexOf(Kinds, group.Key.Kind)).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group =>
            {
                string name = group.First().Name!;
                string what = group.Key.Kind == "circuit" ? "circuit" : $"{group.Key.Kind} of {string.Join(", ", group.Select(part => part.Circuit).Take(5))}";
                return new CompletionCandidate(name, what, $"{name}  {what}");
            });
    }

    private static IEnumerable<(string Kind, string? Name, string Circuit)> Parts(CniInterconnect interconnect, Dictionary<Guid, CniSlot> slots)
    {
        string? device = interconnect.CcrDeviceName ?? (interconnect.SlotId is { } id && slots.TryGetValue(id, out CniSlot? slot) ? slot.CcrDeviceName : null);
        yield return ("site", interconnect.Site, interconnect.Name);
        yield return ("facility", interconnect.FacilityName, interconnect.Name);
        yield return ("device", device, interconnect.Name);
        yield return ("circuit", interconnect.Name, interconnect.Name);
    }
}
