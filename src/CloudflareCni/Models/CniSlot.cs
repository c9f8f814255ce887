using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>A slot: a Cloudflare port in a data center that a fiber can be connected to.</summary>
public sealed class CniSlot : CniResource
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
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

    /// <summary>Initializes a new instance of the <see cref="CniSlot"/> class.</summary>
    /// <param name="id">The slot's ID.</param>
    /// <param name="facility">The data center that the port is in.</param>
    /// <param name="occupied"><c>true</c> if an interconnect uses the slot; otherwise, <c>false</c>.</param>
    /// <param name="site">A Cloudflare site name.</param>
    /// <param name="speed">The port's speed.</param>
    /// <param name="account">The tag of the account that uses the slot, if the API shows it.</param>
    /// <param name="ccrDeviceName">The name of Cloudflare's router, if the API shows it.</param>
    /// <param name="origin">The origin of the slot, or <see langword="null"/> if it wasn't read from the API.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know, or <see langword="null"/> for none.</param>
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

    /// <summary>Gets the slot's ID.</summary>
    public Guid Id { get; internal set; }

    /// <summary>Gets a Cloudflare site name, such as <c>fra01</c>.</summary>
    public string Site { get; internal set; } = "";

    /// <summary>Gets the data center that the port is in.</summary>
    public CniFacility Facility { get; internal set; } = CniFacility.None;

    /// <summary>Gets the name of the data center, as in <see cref="Facility"/>.</summary>
    public string FacilityName => Facility.Name;

    /// <summary>Gets the port's speed, such as <c>10G</c> or any other text from the API.</summary>
    public string Speed { get; internal set; } = "";

    /// <summary>Gets a value indicating whether an interconnect uses the slot.</summary>
    public bool Occupied { get; internal set; }

    /// <summary>Gets the tag of the account that uses the slot, or <see langword="null"/> if there is none or the API doesn't show it.</summary>
    public string? Account { get; internal set; }

    /// <summary>Gets the name of Cloudflare's router behind the port, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? CcrDeviceName { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the slot's ID as text.</summary>
    /// <returns>The ID in the API's format, lowercase with hyphens.</returns>
    public override string ToString() => Id.ToString();
}
