using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Circuits;

/// <summary>Finds the interconnects on whose point-to-point prefixes an address lies. Of nested prefixes the longest counts, as for a router.</summary>
internal sealed class LinkPrefixes
{
    private readonly Dictionary<IpPrefix, List<string>> _interconnects = [];
    private readonly int[] _lengths;

    /// <summary>Initializes a new instance of the <see cref="LinkPrefixes"/> class.</summary>
    /// <param name="cnis">The CNIs. One whose addresses can't be read has no prefix.</param>
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
    /// <param name="address">An IPv4 address, with or without a prefix length; any other text is on no interconnect.</param>
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

    /// <summary>Gets the prefix that both ends of a CNI lie in. An address that was read is never refused.</summary>
    /// <param name="cni">The CNI.</param>
    /// <returns>The prefix of Cloudflare's end, or else of the customer's, or <c>null</c> if neither can be read.</returns>
    public static IpPrefix? NetworkOf(Cni cni) =>
        IpPrefix.TryParse(cni.P2pIp, out IpPrefix end) || IpPrefix.TryParse(cni.CustIp, out end) ? end.Network : null;

    /// <summary>Gets an address without its prefix length.</summary>
    /// <param name="text">The address.</param>
    /// <returns>The part before the slash; <c>null</c> without an address.</returns>
    public static string? Address(string? text) => text?.Split('/')[0].Trim();
}
