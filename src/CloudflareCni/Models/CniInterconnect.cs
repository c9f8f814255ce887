using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>An interconnect: the link between a customer and Cloudflare that carries CNIs.</summary>
/// <remarks>
/// Physical and GCP partner interconnects have the same type, so that a list of both exports to one table. Properties that don't apply are <c>null</c>.
/// </remarks>
public sealed class CniInterconnect : CniResource
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
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

    /// <summary>Initializes a new instance of the <see cref="CniInterconnect"/> class.</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="account">The customer's account tag.</param>
    /// <param name="type">The API's type text.</param>
    /// <param name="site">A Cloudflare site name (physical).</param>
    /// <param name="facility">The data center (physical).</param>
    /// <param name="slotId">The slot's ID (physical).</param>
    /// <param name="region">The cloud region (GCP partner).</param>
    /// <param name="speed">The speed or bandwidth.</param>
    /// <param name="owner">The owner, if the API shows it.</param>
    /// <param name="virtualPortReservationId">The ID of the virtual port reservation, if the API shows it.</param>
    /// <param name="ccrDeviceName">The name of Cloudflare's router, if the API shows it.</param>
    /// <param name="origin">The origin of the interconnect, or <see langword="null"/> if it wasn't read from the API.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know, or <see langword="null"/> for none.</param>
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

    /// <summary>Gets the interconnect's name, which identifies it in its account.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Gets the API's type: <c>direct</c>, <c>gcp_partner</c> or any other text from the API.</summary>
    public string? Type { get; internal set; }

    /// <summary>Gets the kind of the interconnect, as its fields show it. If the type names another cloud, it isn't a GCP partner interconnect.</summary>
    public CniInterconnectKind Kind =>
        Facility is not null && SlotId is not null ? CniInterconnectKind.Physical
        : Region is not null && (Type is null || Type.IndexOf("gcp", StringComparison.OrdinalIgnoreCase) >= 0) ? CniInterconnectKind.GcpPartner
        : CniInterconnectKind.Other;

    /// <summary>Gets a Cloudflare site name, or <see langword="null"/> if the interconnect isn't physical.</summary>
    public string? Site { get; internal set; }

    /// <summary>Gets the cloud region, or <see langword="null"/> if it isn't a GCP partner interconnect.</summary>
    public string? Region { get; internal set; }

    /// <summary>Gets the data center, or <see langword="null"/> if the interconnect isn't physical.</summary>
    public CniFacility? Facility { get; internal set; }

    /// <summary>Gets the name of the data center, as in <see cref="Facility"/>, or <see langword="null"/> if the interconnect isn't physical.</summary>
    public string? FacilityName => Facility?.Name;

    /// <summary>Gets the Cloudflare site of a physical interconnect, or the region of a cloud interconnect, or <see langword="null"/> if the API shows neither.</summary>
    public string? Location => Site ?? Region;

    /// <summary>Gets the port's speed (physical) or the bandwidth (GCP partner), or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Speed { get; internal set; }

    /// <summary>Gets the ID of the slot that the fiber goes to, or <see langword="null"/> if the interconnect isn't physical.</summary>
    public Guid? SlotId { get; internal set; }

    /// <summary>Gets the customer's account tag.</summary>
    public string? Account { get; internal set; }

    /// <summary>Gets the owner, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Owner { get; internal set; }

    /// <summary>Gets the ID of the virtual port reservation, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? VirtualPortReservationId { get; internal set; }

    /// <summary>Gets the name of Cloudflare's router behind the port, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? CcrDeviceName { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the interconnect's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
