using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>A CNI: a point-to-point connection with addresses, MTU and BGP on an interconnect.</summary>
public sealed class Cni : CniResource
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<Cni> Table = new(static () => new Cni())
    {
        { "id", cni => cni.Id, (cni, value) => cni.Id = value, FieldRules.Required },
        { "account", cni => cni.Account, (cni, value) => cni.Account = value, FieldRules.Required | FieldRules.Shared },
        { "interconnect", cni => cni.Interconnect, (cni, value) => cni.Interconnect = value, FieldRules.Required | FieldRules.Shared | FieldRules.Exported },
        { "magic", cni => cni.Magic, (cni, value) => cni.Magic = value, FieldRules.Required | FieldRules.NotNull },
        {
            "cust_ip", cni => cni.CustIp, (cni, value) => cni.CustIp = value,
            FieldRules.Required | FieldRules.Settable, (parameter, value) => PointToPointRules.Check(parameter, value)
        },
        {
            "p2p_ip", cni => cni.P2pIp, (cni, value) => cni.P2pIp = value,
            FieldRules.Required | FieldRules.Settable, (parameter, value) => PointToPointRules.Check(parameter, value)
        },
        { "bgp", cni => cni.Bgp, (cni, value) => cni.Bgp = value },
        {
            "bgp_mode", cni => cni.BgpMode, (cni, value) => cni.BgpMode = value,
            FieldRules.Shared | FieldRules.Settable, (parameter, value) => BgpModeRules.Check(parameter, value)
        },
    };

    internal Cni()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="Cni"/> class.</summary>
    /// <param name="id">The CNI's ID.</param>
    /// <param name="account">The customer's account tag.</param>
    /// <param name="interconnect">The name of the interconnect that hosts the CNI.</param>
    /// <param name="custIp">The customer's address, <c>A.B.C.D/N</c>.</param>
    /// <param name="p2pIp">Cloudflare's address, <c>A.B.C.D/N</c>.</param>
    /// <param name="magic">The conduit name, the description and the MTU.</param>
    /// <param name="bgp">The BGP session, or <see langword="null"/> for none.</param>
    /// <param name="bgpMode">The BGP mode, if the API shows it.</param>
    /// <param name="origin">The origin of the CNI, or <see langword="null"/> if it wasn't read from the API.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public Cni(
        Guid id,
        string account,
        string interconnect,
        string custIp,
        string p2pIp,
        CniMagicSettings magic,
        CniBgp? bgp = null,
        string? bgpMode = null,
        CniOrigin? origin = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
    {
        Id = id;
        Account = account;
        Interconnect = interconnect;
        CustIp = custIp;
        P2pIp = p2pIp;
        Magic = magic;
        Bgp = bgp;
        BgpMode = bgpMode;
    }

    /// <summary>Gets the CNI's ID.</summary>
    public Guid Id { get; internal set; }

    /// <summary>Gets the name of the interconnect that hosts the CNI.</summary>
    public string Interconnect { get; internal set; } = "";

    /// <summary>Gets the customer's address on the point-to-point link, as <c>A.B.C.D/N</c>. It's in the same prefix as <see cref="P2pIp"/>.</summary>
    public string CustIp { get; internal set; } = "";

    /// <summary>Gets Cloudflare's address on the point-to-point link, as <c>A.B.C.D/N</c>.</summary>
    public string P2pIp { get; internal set; } = "";

    /// <summary>Gets the name of the conduit, as in <see cref="Magic"/>.</summary>
    public string ConduitName => Magic.ConduitName;

    /// <summary>Gets the description, as in <see cref="Magic"/>; can be empty.</summary>
    public string Description => Magic.Description;

    /// <summary>Gets the MTU in bytes, as in <see cref="Magic"/>.</summary>
    public int Mtu => Magic.Mtu;

    /// <summary>Gets the customer's AS number, as in <see cref="Bgp"/>, or <see langword="null"/> without BGP.</summary>
    public long? CustomerAsn => Bgp?.CustomerAsn;

    /// <summary>Gets the extra prefixes of <see cref="Bgp"/>, separated by commas, as New-Cni reads them from a CSV row, or <see langword="null"/> without BGP.</summary>
    public string? ExtraPrefix => Bgp is null ? null : string.Join(", ", Bgp.ExtraPrefixes);

    /// <summary>Gets the conduit name, the description and the MTU.</summary>
    public CniMagicSettings Magic { get; internal set; } = CniMagicSettings.None;

    /// <summary>Gets the BGP session, or <see langword="null"/> if the CNI has none.</summary>
    public CniBgp? Bgp { get; internal set; }

    /// <summary>Gets the BGP mode: <c>dynamic_route_exchange</c>, <c>advertise_only</c> or any other text from the API, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? BgpMode { get; internal set; }

    /// <summary>Gets the customer's account tag.</summary>
    public string Account { get; internal set; } = "";

    internal override FieldTable Schema => Table;

    /// <summary>Returns the CNI's ID as text.</summary>
    /// <returns>The ID in the API's format, lowercase with hyphens.</returns>
    public override string ToString() => Id.ToString();
}
