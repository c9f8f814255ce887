using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>A circuit: an interconnect with its state, its CNIs, its Magic side and the routes over it.</summary>
public sealed class CniCircuit : ICniAccountResource
{
    /// <summary>Initializes a new instance of the <see cref="CniCircuit"/> class.</summary>
    /// <param name="interconnect">The interconnect.</param>
    internal CniCircuit(CniInterconnect interconnect) => Interconnect = interconnect;

    /// <summary>Gets the interconnect, as the CNI API returned it.</summary>
    public CniInterconnect Interconnect { get; }

    /// <inheritdoc/>
    public string? AccountId => Interconnect.AccountId;

    /// <inheritdoc/>
    public Uri? BaseUri => Interconnect.BaseUri;

    /// <summary>Gets the name of the interconnect.</summary>
    public string Name => Interconnect.Name;

    /// <summary>Gets the kind of the interconnect.</summary>
    public CniInterconnectKind Kind => Interconnect.Kind;

    /// <summary>Gets the Cloudflare site of a physical interconnect, or the region of a cloud interconnect; <c>null</c> if the API shows neither.</summary>
    public string? Location => Interconnect.Location;

    /// <summary>Gets the metro: the letters of the site before its digits, such as <c>fra</c>; <c>null</c> without a site.</summary>
    public string? Metro { get; internal init; }

    /// <summary>Gets the Cloudflare site; <c>null</c> unless physical.</summary>
    public string? Site => Interconnect.Site;

    /// <summary>Gets the cloud region; <c>null</c> unless GCP partner.</summary>
    public string? Region => Interconnect.Region;

    /// <summary>Gets the name of the data center; <c>null</c> unless physical.</summary>
    public string? Facility => Interconnect.FacilityName;

    /// <summary>Gets the name of Cloudflare's router; <c>null</c> if neither the interconnect nor its slot shows it.</summary>
    public string? Device { get; internal init; }

    /// <summary>Gets the speed of the port, or the bandwidth; <c>null</c> if the API shows none.</summary>
    public string? Speed => Interconnect.Speed;

    /// <summary>Gets the slot; <c>null</c> unless physical.</summary>
    public Guid? SlotId => Interconnect.SlotId;

    /// <summary>Gets the state, in the API's words; <c>null</c> if it couldn't be read.</summary>
    public string? State { get; internal init; }

    /// <summary>Gets the reason for the state, in the API's words; <c>null</c> if the API gives none.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Gets the local time at which the state was read; <c>null</c> if it couldn't be read.</summary>
    public DateTime? CheckedAt { get; internal init; }

    /// <summary>Gets the CNIs on the interconnect; <c>null</c> if they couldn't be read.</summary>
    public IReadOnlyList<Cni>? Cnis { get; internal init; }

    /// <summary>Gets the Magic sides of the link, one for each CNI; empty if there are none, <c>null</c> if they couldn't be read.</summary>
    public IReadOnlyList<CniMagicInterconnect>? Magic { get; internal init; }

    /// <summary>Gets by what the Magic side was matched, the surest of several; <c>null</c> without a Magic side.</summary>
    public CniMagicMatch? MagicMatch { get; internal init; }

    /// <summary>Gets the dataplane, <c>1</c>, <c>1.5</c> or <c>2</c>; <c>null</c> without a Magic side, or if several contradict each other.</summary>
    public string? Dataplane { get; internal init; }

    /// <summary>Gets the routes of the Magic table whose next hop lies on the link; <c>null</c> if they couldn't be read.</summary>
    public IReadOnlyList<CniMagicRoute>? Routes { get; internal init; }

    /// <summary>Gets the local time at which the Magic side was created, the first of several; <c>null</c> if unknown.</summary>
    public DateTime? CreatedOn { get; internal init; }

    /// <summary>Gets the number of CNIs on the interconnect; <c>null</c> if they couldn't be read.</summary>
    public int? CniCount => Cnis?.Count;

    /// <summary>Gets the number of routes over the link; <c>null</c> if they couldn't be read.</summary>
    public int? RouteCount => Routes?.Count;

    /// <summary>Returns the name of the interconnect.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
