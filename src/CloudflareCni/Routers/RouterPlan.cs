using System.Collections.Generic;

namespace CloudflareCni.Routers;

/// <summary>The settings of a router for one CNI, the same for every platform. Every text in it is safe in every platform's syntax, except the MD5 key.</summary>
internal sealed record RouterPlan
{
    /// <summary>Gets the lines of the header that describe the CNI, its interconnect and its account.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>Gets the name of policies and other objects: <c>CNI-</c>, capital letters, digits, hyphens; at most 28 characters.</summary>
    public required string Identifier { get; init; }

    /// <summary>Gets the full description of the interface and the neighbor.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the name of the router's interface.</summary>
    public required string InterfaceName { get; init; }

    /// <summary>Gets the customer's end of the link.</summary>
    public required IpPrefix CustIp { get; init; }

    /// <summary>Gets Cloudflare's end of the link.</summary>
    public required IpPrefix P2pIp { get; init; }

    /// <summary>Gets the largest incoming IP packet, in bytes. It's at least 1500, even if outgoing packets are smaller.</summary>
    public required int LinkMtu { get; init; }

    /// <summary>Gets the largest outgoing IP packet, in bytes: the CNI's MTU.</summary>
    public required int IpMtu { get; init; }

    /// <summary>Gets the BGP session; <c>null</c> for none.</summary>
    public RouterBgpPlan? Bgp { get; init; }

    /// <summary>Gets the prefixes to route to Cloudflare; empty with a BGP session.</summary>
    public IReadOnlyList<IpPrefix> StaticRoutes { get; init; } = [];

    /// <summary>Gets the notes about the text, which aren't warnings.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets the warnings to read before the text is used.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Gets the identifier in lowercase.</summary>
    public string LowerIdentifier => Identifier.ToLowerInvariant();

    /// <summary>Gets the customer's address without its prefix length.</summary>
    public string LocalAddress => CustIp.Address.ToString();

    /// <summary>Gets Cloudflare's address without its prefix length.</summary>
    public string PeerAddress => P2pIp.Address.ToString();

    /// <summary>Gets a value indicating whether outgoing packets must be smaller than incoming ones, as on dataplane v1.</summary>
    public bool LowersIpMtu => IpMtu < LinkMtu;

    /// <summary>Gets the largest TCP segment that fits in an outgoing packet, without 20 bytes for IPv4 and 20 bytes for TCP.</summary>
    public int TcpMss => IpMtu - 40;
}
