using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>A slot: a port of Cloudflare's in a data centre, which a fibre can be connected to.</summary>
public sealed class CniSlot : CniResource
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniSlot> Table = new(static () => new CniSlot())
    {
        { "id", slot => slot.Id, (slot, value) => slot.Id = value, FieldRules.Required },
        { "facility", slot => slot.Facility, (slot, value) => slot.Facility = value, FieldRules.Required | FieldRules.NotNull },
        { "occupied", slot => slot.Occupied, (slot, value) => slot.Occupied = value, FieldRules.Required },
        { "site", slot => slot.Site, (slot, value) => slot.Site = value, FieldRules.Required | FieldRules.Shared },
        { "speed", slot => slot.Speed, (slot, value) => slot.Speed = value, FieldRules.Required | FieldRules.Shared },
        { "account", slot => slot.Account, (slot, value) => slot.Account = value, FieldRules.Shared },
        { "ccr_device_name", slot => slot.CcrDeviceName, (slot, value) => slot.CcrDeviceName = value, FieldRules.Shared },
    };

    internal CniSlot()
    {
    }

    /// <summary>Makes a slot from the fields of the API.</summary>
    /// <param name="id">The slot's ID.</param>
    /// <param name="facility">Where the port is.</param>
    /// <param name="occupied">Whether an interconnect uses the slot.</param>
    /// <param name="site">A Cloudflare site name.</param>
    /// <param name="speed">The port's speed.</param>
    /// <param name="account">The occupant's account tag, when shown.</param>
    /// <param name="ccrDeviceName">The name of Cloudflare's router, when shown.</param>
    /// <param name="origin">Where the slot was read; null when made by hand.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
    public CniSlot(
        Guid id,
        CniFacility facility,
        bool occupied,
        string site,
        string speed,
        string? account = null,
        string? ccrDeviceName = null,
        CniOrigin? origin = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
    {
        Id = id;
        Facility = facility;
        Occupied = occupied;
        Site = site;
        Speed = speed;
        Account = account;
        CcrDeviceName = ccrDeviceName;
    }

    /// <summary>The slot's ID.</summary>
    public Guid Id { get; internal set; }

    /// <summary>A Cloudflare site name, such as <c>fra01</c>.</summary>
    public string Site { get; internal set; } = "";

    /// <summary>The data centre that the port is in.</summary>
    public CniFacility Facility { get; internal set; } = CniFacility.None;

    /// <summary>Gets the name of the data centre, as in <see cref="Facility"/>.</summary>
    public string FacilityName => Facility.Name;

    /// <summary>The port's speed, such as <c>10G</c>. Any text of the API's is accepted.</summary>
    public string Speed { get; internal set; } = "";

    /// <summary>Whether an interconnect uses the slot.</summary>
    public bool Occupied { get; internal set; }

    /// <summary>The account tag of the slot's occupant; null when there is none or it is not shown.</summary>
    public string? Account { get; internal set; }

    /// <summary>The name of Cloudflare's router behind the port; null when not shown.</summary>
    public string? CcrDeviceName { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>The slot's ID as text.</summary>
    /// <returns>The ID in the API's form, lower case with hyphens.</returns>
    public override string ToString() => Id.ToString();
}
