using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>An interconnect: the link between a customer and Cloudflare that carries CNIs.</summary>
/// <remarks>
/// Physical and GCP partner interconnects are one type, so that a list of both exports to one table; what a kind does not have is null.
/// </remarks>
public sealed class CniInterconnect : CniResource
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniInterconnect> Table = new(static () => new CniInterconnect(), isLenient: true)
    {
        { "name", interconnect => interconnect.Name, (interconnect, value) => interconnect.Name = value, FieldRules.Required | FieldRules.NotNull | FieldRules.Exported },
        { "account", interconnect => interconnect.Account, (interconnect, value) => interconnect.Account = value, FieldRules.Shared },
        { "type", interconnect => interconnect.Type, (interconnect, value) => interconnect.Type = value, FieldRules.Shared | FieldRules.Exported },
        { "site", interconnect => interconnect.Site, (interconnect, value) => interconnect.Site = value, FieldRules.Shared | FieldRules.Exported },
        { "facility", interconnect => interconnect.Facility, (interconnect, value) => interconnect.Facility = value },
        { "slot_id", interconnect => interconnect.SlotId, (interconnect, value) => interconnect.SlotId = value, FieldRules.Exported },
        { "region", interconnect => interconnect.Region, (interconnect, value) => interconnect.Region = value, FieldRules.Shared | FieldRules.Exported },
        { "speed", interconnect => interconnect.Speed, (interconnect, value) => interconnect.Speed = value, FieldRules.Shared | FieldRules.Exported },
        { "owner", interconnect => interconnect.Owner, (interconnect, value) => interconnect.Owner = value, FieldRules.Shared },
        { "virtual_port_reservation_id", interconnect => interconnect.VirtualPortReservationId, (interconnect, value) => interconnect.VirtualPortReservationId = value },
        { "ccr_device_name", interconnect => interconnect.CcrDeviceName, (interconnect, value) => interconnect.CcrDeviceName = value, FieldRules.Shared | FieldRules.Exported },
    };

    internal CniInterconnect()
    {
    }

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
    /// <param name="origin">Where the interconnect was read; null when made by hand.</param>
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
        CniOrigin? origin = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
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
    }

    /// <summary>The interconnect's name, which identifies it in its account.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The API's type: <c>direct</c> and <c>gcp_partner</c> are known, any text is accepted.</summary>
    public string? Type { get; internal set; }

    /// <summary>What the interconnect is, told from its fields. A region of another cloud, as the type has it, makes no GCP partner.</summary>
    public CniInterconnectKind Kind =>
        Facility is not null && SlotId is not null ? CniInterconnectKind.Physical
        : Region is not null && (Type is null || Type.IndexOf("gcp", StringComparison.OrdinalIgnoreCase) >= 0) ? CniInterconnectKind.GcpPartner
        : CniInterconnectKind.Other;

    /// <summary>A Cloudflare site name; null unless physical.</summary>
    public string? Site { get; internal set; }

    /// <summary>The cloud region; null unless GCP partner.</summary>
    public string? Region { get; internal set; }

    /// <summary>The data centre; null unless physical.</summary>
    public CniFacility? Facility { get; internal set; }

    /// <summary>Gets the name of the data centre, as in <see cref="Facility"/>; null unless physical.</summary>
    public string? FacilityName => Facility?.Name;

    /// <summary>Gets the Cloudflare site of a physical interconnect, or the region of a cloud interconnect; null if the API shows neither.</summary>
    public string? Location => Site ?? Region;

    /// <summary>The port's speed (physical) or the bandwidth (GCP partner); null when not shown.</summary>
    public string? Speed { get; internal set; }

    /// <summary>The slot that the fibre goes to; null unless physical.</summary>
    public Guid? SlotId { get; internal set; }

    /// <summary>The customer's account tag.</summary>
    public string? Account { get; internal set; }

    /// <summary>The owner, when the API shows one.</summary>
    public string? Owner { get; internal set; }

    /// <summary>The virtual port reservation, when the API shows one.</summary>
    public string? VirtualPortReservationId { get; internal set; }

    /// <summary>The name of Cloudflare's router behind the port; null when not shown.</summary>
    public string? CcrDeviceName { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>The interconnect's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
