using System.Collections.Generic;

namespace CloudflareCni.Configuration;

/// <summary>Finds which of many prefixes overlaps another, in a time that doesn't grow with their number.</summary>
/// <typeparam name="T">What has a prefix.</typeparam>
internal sealed class LinkIndex<T>
    where T : class
{
    // By length, and within it by network: prefixes of links have few lengths.
    private readonly SortedDictionary<int, Dictionary<IpPrefix, T>> _exact = [];

    // For each length in use, every prefix that is at least as long, by its first bits.
    private readonly List<(IpPrefix Network, T Owner)> _all = [];

    /// <summary>Adds a prefix.</summary>
    public void Add(IpPrefix network, T owner)
    {
        if (!_exact.TryGetValue(network.Length, out Dictionary<IpPrefix, T>? same))
        {
            _exact[network.Length] = same = [];
        }

        same[network] = owner;
        _all.Add((network, owner));
    }

    /// <summary>Finds an owner whose prefix shares an address with another prefix.</summary>
    /// <param name="network">The prefix.</param>
    /// <returns>The owner; null if there is none.</returns>
    public T? FindOverlap(IpPrefix network)
    {
        bool isShortest = true;
        foreach (KeyValuePair<int, Dictionary<IpPrefix, T>> length in _exact)
        {
            if (length.Key > network.Length)
            {
                isShortest = false;
                continue;
            }

            if (length.Value.TryGetValue(network.WithLength(length.Key).Network, out T? owner))
            {
                return owner;
            }
        }

        return isShortest ? null : FindInside(network);
    }

    private T? FindInside(IpPrefix network)
    {
        foreach ((IpPrefix Network, T Owner) one in _all)
        {
            if (one.Network.Length > network.Length && one.Network.WithLength(network.Length).Network == network)
            {
                return one.Owner;
            }
        }

        return null;
    }
}
