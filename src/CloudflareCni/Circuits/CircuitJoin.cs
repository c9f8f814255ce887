using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Circuits;

/// <summary>Joins the parts of an account into circuits, one at a time. A circuit is ready as soon as its state was read.</summary>
/// <remarks>The lookup tables are created once, so that the cost of a circuit doesn't depend on the number of circuits. This class is thread-safe.</remarks>
public sealed class CircuitJoin
{
    private readonly Dictionary<Guid, string> _devices = [];
    private readonly ILookup<string, Cni>? _cnis;
    private readonly MagicSides? _magic;
    private readonly ILookup<string, CniMagicRoute>? _routes;

    /// <summary>Initializes a new instance of the <see cref="CircuitJoin"/> class.</summary>
    /// <param name="parts">The parts. A circuit's properties from a missing part are <see langword="null"/>.</param>
    public CircuitJoin(CircuitParts parts)
    {
        foreach (CniSlot slot in parts.Slots ?? [])
        {
            if (!string.IsNullOrWhiteSpace(slot.CcrDeviceName))
            {
                _devices[slot.Id] = slot.CcrDeviceName!;
            }
        }

        if (parts.Magic is not null)
        {
            _magic = new MagicSides(parts.Interconnects, parts.Cnis, parts.Magic);
        }

        if (parts.Cnis is null)
        {
            return;
        }

        _cnis = parts.Cnis.ToLookup(cni => cni.Interconnect, StringComparer.Ordinal);
        if (parts.Routes is not null)
        {
            var links = new LinkPrefixes(parts.Cnis);
            _routes = parts.Routes
                .SelectMany(route => links.Find(route.NextHop), (route, interconnect) => (Route: route, Interconnect: interconnect))
                .ToLookup(found => found.Interconnect, found => found.Route, StringComparer.Ordinal);
        }
    }

    /// <summary>Gets the metro of a site: the letters at its beginning, in lowercase.</summary>
    /// <param name="site">The site, such as <c>fra03</c>.</param>
    /// <returns>The metro, such as <c>fra</c>, or <see langword="null"/> if the site doesn't begin with a letter.</returns>
    public static string? Metro(string? site)
    {
        string letters = new((site ?? "").Trim().TakeWhile(char.IsLetter).ToArray());
        return letters.Length == 0 ? null : letters.ToLowerInvariant();
    }

    /// <summary>Creates the circuit of an interconnect.</summary>
    /// <param name="interconnect">The interconnect, one of the parts.</param>
    /// <param name="status">Its state, or <see langword="null"/> if it couldn't be read.</param>
    /// <returns>The circuit.</returns>
    public CniCircuit Create(CniInterconnect interconnect, CniInterconnectStatus? status)
    {
        List<MagicSide>? sides = _magic?.Of(interconnect);
        return new CniCircuit(interconnect)
        {
            Metro = Metro(interconnect.Site),
            Device = Device(interconnect),
            State = status?.State,
            Reason = status?.Reason,
            CheckedAt = status?.CheckedAt,
            Cnis = ListOf(_cnis?[interconnect.Name]),
            Magic = ListOf(sides?.Select(side => side.Magic)),
            MagicMatch = sides is { Count: > 0 } ? sides.Min(side => side.Match) : null,
            Dataplane = Dataplane(sides),
            Routes = ListOf(_routes?[interconnect.Name]),
            CreatedOn = sides?.Min(side => side.Magic.CreatedOn),
        };
    }

    private static CircuitList<T>? ListOf<T>(IEnumerable<T>? items) => items is null ? null : new CircuitList<T>([.. items]);

    private string? Device(CniInterconnect interconnect)
    {
        if (!string.IsNullOrWhiteSpace(interconnect.CcrDeviceName))
        {
            return interconnect.CcrDeviceName;
        }

        return interconnect.SlotId is { } slot && _devices.TryGetValue(slot, out string? device) ? device : null;
    }

    // A link has one dataplane. If the Magic sides contradict each other, it isn't known.
    private static string? Dataplane(List<MagicSide>? sides)
    {
        string[] versions = [.. (sides ?? []).Select(side => side.Magic.Version).OfType<string>().Distinct().Take(2)];
        return versions.Length == 1 ? versions[0] : null;
    }
}
