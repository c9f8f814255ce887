using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Represents the Magic side of a link, which is a CNI in Magic Transit and Magic WAN.</summary>
/// <remarks>A response may omit any field. A field whose type isn't the expected one is kept in <see cref="CniModel.AdditionalProperties"/>.</remarks>
public sealed class CniMagicInterconnect : CniResource
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
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
    /// <param name="automaticReturnRouting"><see langword="true"/> if responses are sent over the link that the request arrived on; otherwise, <see langword="false"/>.</param>
    /// <param name="gre">The GRE tunnel.</param>
    /// <param name="healthCheck">The health checks.</param>
    /// <param name="bgp">The BGP session.</param>
    /// <param name="virtualPortReservationId">The virtual port reservation.</param>
    /// <param name="createdOn">The local time of creation.</param>
    /// <param name="modifiedOn">The local time of the last change.</param>
    /// <param name="origin">The origin of the object, or <see langword="null"/> if it wasn't read from the API.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know, or <see langword="null"/> for none.</param>
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

    /// <summary>Gets the ID, 32 hexadecimal digits, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the name, which equals the conduit name of the CNI, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the name of the Cloudflare data center, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? ColoName { get; internal set; }

    /// <summary>Gets the description, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Description { get; internal set; }

    /// <summary>Gets the dataplane, <c>1</c>, <c>1.5</c> or <c>2</c>, which is fixed at creation, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Version { get; internal set; }

    /// <summary>Gets the MTU in bytes, or <see langword="null"/> if the API doesn't show it.</summary>
    public int? Mtu { get; internal set; }

    /// <summary>Gets Cloudflare's IPv4 address with its prefix length, as <c>A.B.C.D/N</c>, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? InterfaceAddress { get; internal set; }

    /// <summary>Gets Cloudflare's IPv6 address with its prefix length, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? InterfaceAddress6 { get; internal set; }

    /// <summary>Gets a value indicating whether responses are sent over the link that the request arrived on, or <see langword="null"/> if the API doesn't show it.</summary>
    public bool? AutomaticReturnRouting { get; internal set; }

    /// <summary>Gets the GRE tunnel, or <see langword="null"/> if the API doesn't show it.</summary>
    public CniMagicGre? Gre { get; internal set; }

    /// <summary>Gets the health checks, or <see langword="null"/> if the API doesn't show them.</summary>
    public CniMagicHealthCheck? HealthCheck { get; internal set; }

    /// <summary>Gets the BGP session, or <see langword="null"/> if the API doesn't show it.</summary>
    public CniMagicBgp? Bgp { get; internal set; }

    /// <summary>Gets the virtual port reservation, which identifies the interconnect, or <see langword="null"/> if the API doesn't show it.</summary>
    /// <remarks>To compare it, remove the dashes and ignore the case, because the CNI API can return the same ID in another form.</remarks>
    public string? VirtualPortReservationId { get; internal set; }

    /// <summary>Gets the local time when the object was created, or <see langword="null"/> if the API doesn't show it.</summary>
    public DateTime? CreatedOn { get; internal set; }

    /// <summary>Gets the local time when the object was last changed, or <see langword="null"/> if the API doesn't show it.</summary>
    public DateTime? ModifiedOn { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the name.</summary>
    /// <returns>The name, or the ID if there is none.</returns>
    public override string ToString() => Name ?? Id ?? "";
}
