using System.Collections.Generic;

namespace CloudflareCni.Routers;

/// <summary>A BGP session to Cloudflare as a router has to be told of it.</summary>
internal sealed record RouterBgpPlan
{
    /// <summary>How many prefixes a router takes from Cloudflare before it ends the session.</summary>
    public const int MaxPrefixes = 1000;

    /// <summary>At what share of <see cref="MaxPrefixes"/> a router warns, in percent.</summary>
    public const int WarnPercent = 80;

    /// <summary>After how many minutes a router tries a session again that ended for too many prefixes.</summary>
    public const int RestartMinutes = 5;

    /// <summary>Over how many paths ECMP spreads.</summary>
    public const int MaxPaths = 8;

    /// <summary>Gets the customer's AS number.</summary>
    public required long LocalAsn { get; init; }

    /// <summary>Gets the AS number of Cloudflare's end.</summary>
    public required long PeerAsn { get; init; }

    /// <summary>Gets the MD5 key, or the placeholder for it; <c>null</c> for none. Only a platform's own quoting makes it safe.</summary>
    public string? Md5Key { get; init; }

    /// <summary>Gets the hold time in seconds.</summary>
    public required int HoldTimeSec { get; init; }

    /// <summary>Gets the keepalive interval in seconds: a third of the hold time.</summary>
    public int KeepaliveSec => HoldTimeSec / 3;

    /// <summary>Gets the prefixes to accept; empty for none.</summary>
    public required IReadOnlyList<IpPrefix> Imports { get; init; }

    /// <summary>Gets the prefixes to advertise; empty for none.</summary>
    public required IReadOnlyList<IpPrefix> Exports { get; init; }

    /// <summary>Gets the community of advertised routes, <c>A:B</c>; <c>null</c> for none.</summary>
    public string? Community { get; init; }

    /// <summary>Gets a value indicating whether routes that carry the customer's own AS number are accepted once.</summary>
    public required bool AllowAsIn { get; init; }
}
