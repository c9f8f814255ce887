using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>An interconnect: the link between a customer and Cloudflare that carries CNIs.</summary>
/// <remarks>
/// Physical and GCP partner interconnects are one type, so that a list of both exports to one table; what a kind does not have is null.
/// </remarks>
public sealed class CniInterconnect : ICniAccountResource
{
    /// <summary>Makes an interconnect from the fields of the API.</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="account">The customer's account tag.</param>
    /// <param name="type">The API's type text.</param>
    /// <param name="site">A Cloudflare site name (physical).</param>
    /// <param name="facility">The data centre (physical).</param>
    /// <param name="slotId">The slot (physical).</param>
    /// <param name="region">The cloud region (GCP partner).</param>
    /// <param name="speed">The speed or bandwidth.</param>
    /// <param name="owner">The owner, when shown.</param>
    /// <param name="virtualPortReservationId">The virtual port reservation, when shown.</param>
    /// <param name="ccrDeviceName">The name of Cloudflare's router, when shown.</param>
    /// <param name="accountId">The account that the interconnect was read from.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
    public CniInterconnect(
        string name,
        string? account,
        string? type,
        string? site = null,
        CniFacility? facility = null,
        Guid? slotId = null,
        string? region = null,
        string? speed = null,
        string? owner = null,
        string? virtualPortReservationId = null,
        string? ccrDeviceName = null,
        string? accountId = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
    {
        Name = name;
        Account = account;
        Type = type;
        Site = site;
        Facility = facility;
        SlotId = slotId;
        Region = region;
        Speed = speed;
        Owner = owner;
        VirtualPortReservationId = virtualPortReservationId;
        CcrDeviceName = ccrDeviceName;
        AccountId = accountId;
        AdditionalProperties = CniFields.Of(additionalProperties);
    }

    /// <summary>The interconnect's name, which identifies it in its account.</summary>
    public string Name { get; }

    /// <summary>The API's type: <c>direct</c> and <c>gcp_partner</c> are known, any text is accepted.</summary>
    public string? Type { get; }

    /// <summary>What the interconnect is, told from its fields.</summary>
    public CniInterconnectKind Kind =>
        Facility is not null && SlotId is not null ? CniInterconnectKind.Physical
        : Region is not null ? CniInterconnectKind.GcpPartner
        : CniInterconnectKind.Other;

    /// <summary>A Cloudflare site name; null unless physical.</summary>
    public string? Site { get; }

    /// <summary>The cloud region; null unless GCP partner.</summary>
    public string? Region { get; }

    /// <summary>The data centre; null unless physical.</summary>
    public CniFacility? Facility { get; }

    /// <summary>Gets the name of the data centre, as in <see cref="Facility"/>; null unless physical.</summary>
    public string? FacilityName => Facility?.Name;

    /// <summary>Gets the Cloudflare site of a physical interconnect, or the region of a cloud interconnect; null if the API shows neither.</summary>
    public string? Location => Site ?? Region;

    /// <summary>The port's speed (physical) or the bandwidth (GCP partner); null when not shown.</summary>
    public string? Speed { get; }

    /// <summary>The slot that the fibre goes to; null unless physical.</summary>
    public Guid? SlotId { get; }

    /// <summary>The customer's account tag.</summary>
    public string? Account { get; }

    /// <summary>The owner, when the API shows one.</summary>
    public string? Owner { get; }

    /// <summary>The virtual port reservation, when the API shows one.</summary>
    public string? VirtualPortReservationId { get; }

    /// <summary>The name of Cloudflare's router behind the port; null when not shown.</summary>
    public string? CcrDeviceName { get; }

    /// <inheritdoc/>
    public string? AccountId { get; }

    /// <summary>Fields that the API sent and this version does not know.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>The interconnect's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
