using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>A slot: a port of Cloudflare's in a data centre, which a fibre can be connected to.</summary>
public sealed class CniSlot : ICniAccountResource
{
    /// <summary>Makes a slot from the fields of the API.</summary>
    /// <param name="id">The slot's ID.</param>
    /// <param name="facility">Where the port is.</param>
    /// <param name="occupied">Whether an interconnect uses the slot.</param>
    /// <param name="site">A Cloudflare site name.</param>
    /// <param name="speed">The port's speed.</param>
    /// <param name="account">The occupant's account tag, when shown.</param>
    /// <param name="ccrDeviceName">The name of Cloudflare's router, when shown.</param>
    /// <param name="accountId">The account that the slot was read from.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
    public CniSlot(
        Guid id,
        CniFacility facility,
        bool occupied,
        string site,
        string speed,
        string? account = null,
        string? ccrDeviceName = null,
        string? accountId = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
    {
        Id = id;
        Facility = facility;
        Occupied = occupied;
        Site = site;
        Speed = speed;
        Account = account;
        CcrDeviceName = ccrDeviceName;
        AccountId = accountId;
        AdditionalProperties = CniFields.Of(additionalProperties);
    }

    /// <summary>The slot's ID.</summary>
    public Guid Id { get; }

    /// <summary>A Cloudflare site name, such as <c>fra01</c>.</summary>
    public string Site { get; }

    /// <summary>The data centre that the port is in.</summary>
    public CniFacility Facility { get; }

    /// <summary>Gets the name of the data centre, as in <see cref="Facility"/>.</summary>
    public string FacilityName => Facility.Name;

    /// <summary>The port's speed, such as <c>10G</c>. Any text of the API's is accepted.</summary>
    public string Speed { get; }

    /// <summary>Whether an interconnect uses the slot.</summary>
    public bool Occupied { get; }

    /// <summary>The account tag of the slot's occupant; null when there is none or it is not shown.</summary>
    public string? Account { get; }

    /// <summary>The name of Cloudflare's router behind the port; null when not shown.</summary>
    public string? CcrDeviceName { get; }

    /// <inheritdoc/>
    public string? AccountId { get; }

    /// <summary>Fields that the API sent and this version does not know.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>The slot's ID as text.</summary>
    /// <returns>The ID in the API's form, lower case with hyphens.</returns>
    public override string ToString() => Id.ToString();
}
