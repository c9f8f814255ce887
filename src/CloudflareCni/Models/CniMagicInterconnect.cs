using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The Magic side of a link: how Magic Transit and Magic WAN see a CNI.</summary>
/// <remarks>Any field may be missing from an answer. A field of another type than expected is kept in <see cref="CniModel.AdditionalProperties"/>.</remarks>
public sealed class CniMagicInterconnect : CniResource
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniMagicInterconnect> Table = new(static () => new CniMagicInterconnect(), isLenient: true)
    {
        { "id", magic => magic.Id, (magic, value) => magic.Id = value },
        { "name", magic => magic.Name, (magic, value) => magic.Name = value },
        { "colo_name", magic => magic.ColoName, (magic, value) => magic.ColoName = value, FieldRules.Shared },
        { "description", magic => magic.Description, (magic, value) => magic.Description = value },
        { "version", magic => magic.Version, (magic, value) => magic.Version = value, FieldRules.Shared },
        { "mtu", magic => magic.Mtu, (magic, value) => magic.Mtu = value },
        { "interface_address", magic => magic.InterfaceAddress, (magic, value) => magic.InterfaceAddress = value },
        { "interface_address6", magic => magic.InterfaceAddress6, (magic, value) => magic.InterfaceAddress6 = value },
        { "automatic_return_routing", magic => magic.AutomaticReturnRouting, (magic, value) => magic.AutomaticReturnRouting = value },
        { "gre", magic => magic.Gre, (magic, value) => magic.Gre = value },
        { "health_check", magic => magic.HealthCheck, (magic, value) => magic.HealthCheck = value },
        { "bgp", magic => magic.Bgp, (magic, value) => magic.Bgp = value },
        { "virtual_port_reservation_id", magic => magic.VirtualPortReservationId, (magic, value) => magic.VirtualPortReservationId = value },
        { "created_on", magic => magic.CreatedOn, (magic, value) => magic.CreatedOn = value, FieldRules.LocalTime },
        { "modified_on", magic => magic.ModifiedOn, (magic, value) => magic.ModifiedOn = value, FieldRules.LocalTime },
    };

    internal CniMagicInterconnect()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniMagicInterconnect"/> class from the fields of the API.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="name">The name.</param>
    /// <param name="coloName">The name of the Cloudflare data center.</param>
    /// <param name="description">The description.</param>
    /// <param name="version">The dataplane.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <param name="interfaceAddress">Cloudflare's IPv4 address with its prefix length.</param>
    /// <param name="interfaceAddress6">Cloudflare's IPv6 address with its prefix length.</param>
    /// <param name="automaticReturnRouting">Whether return traffic takes the link that the request came in by.</param>
    /// <param name="gre">The GRE tunnel.</param>
    /// <param name="healthCheck">The health checks.</param>
    /// <param name="bgp">The BGP session.</param>
    /// <param name="virtualPortReservationId">The virtual port reservation.</param>
    /// <param name="createdOn">The local time of creation.</param>
    /// <param name="modifiedOn">The local time of the last change.</param>
    /// <param name="origin">Where the object was read; <c>null</c> if it was made by hand.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know; <c>null</c> for none.</param>
    public CniMagicInterconnect(
        string? id,
        string? name,
        string? coloName = null,
        string? description = null,
        string? version = null,
        int? mtu = null,
        string? interfaceAddress = null,
        string? interfaceAddress6 = null,
        bool? automaticReturnRouting = null,
        CniMagicGre? gre = null,
        CniMagicHealthCheck? healthCheck = null,
        CniMagicBgp? bgp = null,
        string? virtualPortReservationId = null,
        DateTime? createdOn = null,
        DateTime? modifiedOn = null,
        CniOrigin? origin = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
    {
        Id = id;
        Name = name;
        ColoName = coloName;
        Description = description;
        Version = version;
        Mtu = mtu;
        InterfaceAddress = interfaceAddress;
        InterfaceAddress6 = interfaceAddress6;
        AutomaticReturnRouting = automaticReturnRouting;
        Gre = gre;
        HealthCheck = healthCheck;
        Bgp = bgp;
        VirtualPortReservationId = virtualPortReservationId;
        CreatedOn = createdOn;
        ModifiedOn = modifiedOn;
    }

    /// <summary>Gets the ID, 32 hexadecimal digits; <c>null</c> if the API shows none.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the name, which equals the conduit name of the CNI; <c>null</c> if the API shows none.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the name of the Cloudflare data center; <c>null</c> if the API shows none.</summary>
    public string? ColoName { get; internal set; }

    /// <summary>Gets the description; <c>null</c> if the API shows none.</summary>
    public string? Description { get; internal set; }

    /// <summary>Gets the dataplane, <c>1</c>, <c>1.5</c> or <c>2</c>, which is fixed at creation; <c>null</c> if the API shows none.</summary>
    public string? Version { get; internal set; }

    /// <summary>Gets the MTU in bytes; <c>null</c> if the API shows none.</summary>
    public int? Mtu { get; internal set; }

    /// <summary>Gets Cloudflare's IPv4 address with its prefix length, as <c>A.B.C.D/N</c>; <c>null</c> if the API shows none.</summary>
    public string? InterfaceAddress { get; internal set; }

    /// <summary>Gets Cloudflare's IPv6 address with its prefix length; <c>null</c> if the API shows none.</summary>
    public string? InterfaceAddress6 { get; internal set; }

    /// <summary>Gets a value indicating whether return traffic takes the link that the request came in by; <c>null</c> if the API doesn't show it.</summary>
    public bool? AutomaticReturnRouting { get; internal set; }

    /// <summary>Gets the GRE tunnel; <c>null</c> if the API shows none.</summary>
    public CniMagicGre? Gre { get; internal set; }

    /// <summary>Gets the health checks; <c>null</c> if the API shows none.</summary>
    public CniMagicHealthCheck? HealthCheck { get; internal set; }

    /// <summary>Gets the BGP session; <c>null</c> if the API shows none.</summary>
    public CniMagicBgp? Bgp { get; internal set; }

    /// <summary>Gets the virtual port reservation, which identifies the interconnect; <c>null</c> if the API shows none.</summary>
    /// <remarks>Compare it without dashes and ignoring case: the CNI API may write the same ID in another form.</remarks>
    public string? VirtualPortReservationId { get; internal set; }

    /// <summary>Gets the local time at which the object was created; <c>null</c> if the API shows none.</summary>
    public DateTime? CreatedOn { get; internal set; }

    /// <summary>Gets the local time at which the object was last changed; <c>null</c> if the API shows none.</summary>
    public DateTime? ModifiedOn { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the name.</summary>
    /// <returns>The name, or the ID if there is none.</returns>
    public override string ToString() => Name ?? Id ?? "";
}
