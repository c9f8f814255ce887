using System;

namespace CloudflareCni;

/// <summary>The Magic side of a link: how Magic Transit and Magic WAN see a CNI.</summary>
public sealed class CniMagicInterconnect : CniResource
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniMagicInterconnect> Table = new(static () => new CniMagicInterconnect(), isLenient: true)
    {
        { "id", magic => magic.Id, (magic, value) => magic.Id = value },
        { "name", magic => magic.Name, (magic, value) => magic.Name = value },
        { "version", magic => magic.Version, (magic, value) => magic.Version = value },
        { "mtu", magic => magic.Mtu, (magic, value) => magic.Mtu = value },
        { "interface_address", magic => magic.InterfaceAddress, (magic, value) => magic.InterfaceAddress = value },
        { "virtual_port_reservation_id", magic => magic.VirtualPortReservationId, (magic, value) => magic.VirtualPortReservationId = value },
    };

    internal CniMagicInterconnect()
    {
    }

    /// <summary>Gets the ID, 32 hexadecimal digits; <c>null</c> if the API shows none.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the name, which equals the conduit name of the CNI; <c>null</c> if the API shows none.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the dataplane, <c>1</c>, <c>1.5</c> or <c>2</c>; <c>null</c> if the API shows none.</summary>
    public string? Version { get; internal set; }

    /// <summary>Gets the MTU in bytes; <c>null</c> if the API shows none.</summary>
    public int? Mtu { get; internal set; }

    /// <summary>Gets Cloudflare's address with its prefix length; <c>null</c> if the API shows none.</summary>
    public string? InterfaceAddress { get; internal set; }

    /// <summary>Gets the virtual port reservation, which identifies the interconnect; <c>null</c> if the API shows none.</summary>
    public string? VirtualPortReservationId { get; internal set; }

    /// <summary>Gets the time at which the object was created, in local time; <c>null</c> if the API shows none.</summary>
    public DateTime? CreatedOn { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the name.</summary>
    /// <returns>The name, or the ID if there is none.</returns>
    public override string ToString() => Name ?? Id ?? "";
}
