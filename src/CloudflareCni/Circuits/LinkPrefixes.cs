using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Circuits;

/// <summary>Finds the interconnects whose point-to-point prefixes contain an address. If prefixes are nested, the longest one is used, as a router does.</summary>
internal sealed class LinkPrefixes
{
    private readonly Dictionary<IpPrefix, List<string>> _interconnects = [];
    private readonly int[] _lengths;

    /// <summary>Initializes a new instance of the <see cref="LinkPrefixes"/> class.</summary>
    /// <param name="cnis">The CNIs. A CNI whose addresses aren't valid is ignored.</param>
    public LinkPrefixes(IReadOnlyList<Cni> cnis)
    {
        foreach (Cni cni in cnis)
        {
            if (NetworkOf(cni) is not { } network)
            {
                continue;
            }

            if (!_interconnects.TryGetValue(network, out List<string>? names))
            {
                _interconnects[network] = names = [];
            }

            if (!names.Contains(cni.Interconnect, StringComparer.Ordinal))
            {
                names.Add(cni.Interconnect);
            }
        }

        _lengths = [.. _interconnects.Keys.Select(prefix => prefix.Length).Distinct().OrderByDescending(length => length)];
    }

    /// <summary>Finds the interconnects of an address.</summary>
    /// <param name="address">An IPv4 address, with or without a prefix length; other text doesn't match an interconnect.</param>
    /// <returns>The names of the interconnects.</returns>
    public IEnumerable<string> Find(string? address)
    {
        if (IpPrefix.TryParse(Address(address) + "/32", out IpPrefix host))
        {
            foreach (int length in _lengths)
            {
                if (_interconnects.TryGetValue(host.WithLength(length).Network, out List<string>? names))
                {
                    return names;
                }
            }
        }

        return [];
    }

    /// <summary>Gets the prefix that contains both ends of a CNI. An invalid address doesn't cause an error.</summary>
    /// <param name="cni">The CNI.</param>
    /// <returns>The prefix of Cloudflare's end; if it isn't valid, the prefix of the customer's end, or <see langword="null"/> if neither is valid.</returns>
    public static IpPrefix? NetworkOf(Cni cni) =>
        IpPrefix.TryParse(cni.P2pIp, out IpPrefix end) || IpPrefix.TryParse(cni.CustIp, out end) ? end.Network : null;

    /// <summary>Gets an address without its prefix length.</summary>
    /// <param name="text">The address.</param>
    /// <returns>The part before the slash, or <see langword="null"/> if there is no address.</returns>
    public static string? Address(string? text) => text?.Split('/')[0].Trim();
}
