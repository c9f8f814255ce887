using System.Collections.Generic;

namespace CloudflareCni.Routers;

/// <summary>What a router has to be told of one CNI, the same for every platform. Every text in it is safe in every platform's syntax, but for the MD5 key.</summary>
internal sealed record RouterPlan
{
    /// <summary>Gets the CNI, its interconnect and its account in words, for the header.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>Gets the name of policies and other objects: <c>CNI-</c>, capital letters, digits, hyphens; at most 28 characters.</summary>
    public required string Identifier { get; init; }

    /// <summary>Gets the description of interface and neighbor, uncut.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the router's interface.</summary>
    public required string InterfaceName { get; init; }

    /// <summary>Gets the customer's end of the link.</summary>
    public required IpPrefix CustIp { get; init; }

    /// <summary>Cloudflare's end of the link.</summary>
    public required IpPrefix P2pIp { get; init; }

    /// <summary>Gets the largest IP packet that may come in: 1500 even where less may go out.</summary>
    public required int LinkMtu { get; init; }

    /// <summary>Gets the largest IP packet that may go out: the CNI's MTU.</summary>
    public required int IpMtu { get; init; }

    /// <summary>Gets the BGP session; <c>null</c> for none.</summary>
    public RouterBgpPlan? Bgp { get; init; }

    /// <summary>Gets the prefixes to route to Cloudflare; empty with a BGP session.</summary>
    public IReadOnlyList<IpPrefix> StaticRoutes { get; init; } = [];

    /// <summary>Gets what to know about the text, apart from warnings.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets what to look at before the text is used.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Gets the identifier in lowercase.</summary>
    public string LowerIdentifier => Identifier.ToLowerInvariant();

    /// <summary>Gets the customer's address without its length.</summary>
    public string LocalAddress => CustIp.Address.ToString();

    /// <summary>Cloudflare's address without its length.</summary>
    public string PeerAddress => P2pIp.Address.ToString();

    /// <summary>Gets a value indicating whether less may go out than may come in, as on dataplane v1.</summary>
    public bool LowersIpMtu => IpMtu < LinkMtu;

    /// <summary>Gets the largest TCP segment that fits in what may go out: without 20 bytes of IPv4 and 20 bytes of TCP.</summary>
    public int TcpMss => IpMtu - 40;
}
