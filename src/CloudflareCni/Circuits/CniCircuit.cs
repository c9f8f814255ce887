using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Represents a circuit: an interconnect with its state, its CNIs, its Magic side and the routes over it.</summary>
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

    /// <summary>Gets the Cloudflare site of a physical interconnect, or the region of a cloud interconnect, or <see langword="null"/> if the API shows neither.</summary>
    public string? Location => Interconnect.Location;

    /// <summary>Gets the metro: the letters of the site before its digits, such as <c>fra</c>, or <see langword="null"/> if there is no site.</summary>
    public string? Metro { get; internal init; }

    /// <summary>Gets the Cloudflare site of a physical interconnect; otherwise, <see langword="null"/>.</summary>
    public string? Site => Interconnect.Site;

    /// <summary>Gets the cloud region of a GCP partner interconnect; otherwise, <see langword="null"/>.</summary>
    public string? Region => Interconnect.Region;

    /// <summary>Gets the name of the data center of a physical interconnect; otherwise, <see langword="null"/>.</summary>
    public string? Facility => Interconnect.FacilityName;

    /// <summary>Gets the name of Cloudflare's router, or <see langword="null"/> if neither the interconnect nor its slot shows it.</summary>
    public string? Device { get; internal init; }

    /// <summary>Gets the speed of the port, or the bandwidth, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Speed => Interconnect.Speed;

    /// <summary>Gets the ID of the slot of a physical interconnect; otherwise, <see langword="null"/>.</summary>
    public Guid? SlotId => Interconnect.SlotId;

    /// <summary>Gets the state, in the API's words, or <see langword="null"/> if it couldn't be read.</summary>
    public string? State { get; internal init; }

    /// <summary>Gets the reason for the state, in the API's words, or <see langword="null"/> if the API doesn't return one.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Gets the local time when the state was read, or <see langword="null"/> if it couldn't be read.</summary>
    public DateTime? CheckedAt { get; internal init; }

    /// <summary>Gets the CNIs on the interconnect, or <see langword="null"/> if they couldn't be read.</summary>
    public IReadOnlyList<Cni>? Cnis { get; internal init; }

    /// <summary>Gets the Magic sides of the link, one for each CNI, or <see langword="null"/> if they couldn't be read.</summary>
    public IReadOnlyList<CniMagicInterconnect>? Magic { get; internal init; }

    /// <summary>Gets the property that identified the Magic side, the most reliable one of several, or <see langword="null"/> if there is no Magic side.</summary>
    public CniMagicMatch? MagicMatch { get; internal init; }

    /// <summary>Gets the dataplane, <c>1</c>, <c>1.5</c> or <c>2</c>, or <see langword="null"/> if there is no Magic side, or if several contradict each other.</summary>
    public string? Dataplane { get; internal init; }

    /// <summary>Gets the static routes of the Magic routing table whose next hop is on the link, or <see langword="null"/> if they couldn't be read.</summary>
    public IReadOnlyList<CniMagicRoute>? Routes { get; internal init; }

    /// <summary>Gets the local time when the Magic side was created, the earliest of several, or <see langword="null"/> if unknown.</summary>
    public DateTime? CreatedOn { get; internal init; }

    /// <summary>Gets the number of CNIs on the interconnect, or <see langword="null"/> if they couldn't be read.</summary>
    public int? CniCount => Cnis?.Count;

    /// <summary>Gets the number of routes over the link, or <see langword="null"/> if they couldn't be read.</summary>
    public int? RouteCount => Routes?.Count;

    /// <summary>Returns the name of the interconnect.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
