using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Circuits;

/// <summary>
/// Finds the Magic sides of interconnects: first by the reservation, then by the conduit name, then by Cloudflare's address. A Magic side belongs
/// to one interconnect only.
/// </summary>
internal sealed class MagicSides
{
    private readonly Dictionary<string, List<MagicSide>> _sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _reservations;
    private readonly Dictionary<string, string> _conduits;
    private readonly Dictionary<string, string> _addresses;
    private readonly LinkPrefixes _links;
    private readonly bool _hasCnis;

    /// <summary>Initializes a new instance of the <see cref="MagicSides"/> class.</summary>
    /// <param name="interconnects">The interconnects.</param>
    /// <param name="cnis">Their CNIs, or <see langword="null"/> if they couldn't be read. In that case, only reservations are compared.</param>
    /// <param name="magic">The Magic interconnects.</param>
    public MagicSides(IReadOnlyList<CniInterconnect> interconnects, IReadOnlyList<Cni>? cnis, IReadOnlyList<CniMagicInterconnect> magic)
    {
        _hasCnis = cnis is not null;
        cnis ??= [];
        _reservations = FirstOf(interconnects, one => Reservation(one.VirtualPortReservationId), one => one.Name);
        _conduits = FirstOf(cnis, cni => cni.ConduitName, cni => cni.Interconnect);
        _addresses = FirstOf(cnis, cni => LinkPrefixes.Address(cni.P2pIp), cni => cni.Interconnect);
        _links = new LinkPrefixes(cnis);
        foreach (CniMagicInterconnect one in magic)
        {
            if (Find(one) is not { } found)
            {
                continue;
            }

            if (!_sides.TryGetValue(found.Interconnect, out List<MagicSide>? sides))
            {
                _sides[found.Interconnect] = sides = [];
            }

            sides.Add(new MagicSide(one, found.Match));
        }
    }

    /// <summary>Gets the Magic sides of an interconnect.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <returns>The Magic sides, or <see langword="null"/> if none was found because names and addresses couldn't be compared.</returns>
    public List<MagicSide>? Of(CniInterconnect interconnect) =>
        _sides.TryGetValue(interconnect.Name, out List<MagicSide>? sides) ? sides : _hasCnis ? [] : null;

    private (string Interconnect, CniMagicMatch Match)? Find(CniMagicInterconnect magic)
    {
        if (Get(_reservations, Reservation(magic.VirtualPortReservationId)) is { } byReservation)
        {
            return (byReservation, CniMagicMatch.ReservationId);
        }

        if (Get(_conduits, magic.Name) is { } byName)
        {
            return (byName, CniMagicMatch.Name);
        }

        string? byAddress = Get(_addresses, LinkPrefixes.Address(magic.InterfaceAddress)) ?? _links.Find(magic.InterfaceAddress).FirstOrDefault();
        return byAddress is null ? null : (byAddress, CniMagicMatch.Address);
    }

    // One of the two APIs may return the ID without dashes.
    private static string? Reservation(string? id) => id?.Replace("-", "").Trim().ToLowerInvariant();

    private static string? Get(Dictionary<string, string> interconnects, string? key) =>
        !string.IsNullOrEmpty(key) && interconnects.TryGetValue(key!, out string? name) ? name : null;

    private static Dictionary<string, string> FirstOf<T>(IReadOnlyList<T> items, Func<T, string?> key, Func<T, string> interconnect)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (T item in items)
        {
            if (key(item) is { Length: > 0 } text && !first.ContainsKey(text))
            {
                first.Add(text, interconnect(item));
            }
        }

        return first;
    }
}
