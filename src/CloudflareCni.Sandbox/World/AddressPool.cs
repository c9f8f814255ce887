using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Sandbox.World;

/// <summary>The point-to-point links of an account: assigns the lowest free /31 of 172.24.0.0/13 and tracks every prefix in use.</summary>
internal sealed class AddressPool
{
    private const uint First = (172u << 24) | (24u << 16);
    private const int Size = 1 << 18;
    private const int LinkLength = 31;

    private readonly HashSet<uint> _links = [];
    private readonly List<Ipv4Prefix> _wider = [];
    private int _lowest;

    /// <summary>Takes the lowest free link.</summary>
    /// <returns><c>true</c> if a link was free; otherwise, <c>false</c>.</returns>
    public bool TryTake(out Ipv4Prefix link)
    {
        for (; _lowest < Size; _lowest++)
        {
            link = new Ipv4Prefix(First + ((uint)_lowest * 2), LinkLength);
            if (!Overlaps(link))
            {
                Add(link);
                return true;
            }
        }

        link = default;
        return false;
    }

    public void Add(Ipv4Prefix link)
    {
        if (link.Length == LinkLength)
        {
            _links.Add(link.Network.Address);
        }
        else
        {
            _wider.Add(link.Network);
        }
    }

    public void Remove(Ipv4Prefix link)
    {
        if (link.Length == LinkLength)
        {
            _links.Remove(link.Network.Address);
        }
        else
        {
            _wider.Remove(link.Network);
        }

        uint index = link.Network.Address <= First ? 0 : (link.Network.Address - First) / 2;
        _lowest = (int)Math.Min((uint)_lowest, index);
    }

    /// <summary>Returns whether an address of the prefix is in use, other than by the link to ignore.</summary>
    public bool Overlaps(Ipv4Prefix link, Ipv4Prefix? except = null)
    {
        if (_wider.Any(taken => taken != except && taken.Overlaps(link)))
        {
            return true;
        }

        return link.Length == LinkLength
            ? link.Network != except && _links.Contains(link.Network.Address)
            : _links.Select(address => new Ipv4Prefix(address, LinkLength)).Any(taken => taken != except && taken.Overlaps(link));
    }
}
