using System.Collections.Generic;

namespace CloudflareCni.Routers;

/// <summary>The settings of a BGP session to Cloudflare, the same for every platform.</summary>
internal sealed record RouterBgpPlan
{
    /// <summary>The number of prefixes from Cloudflare above which a router ends the session.</summary>
    public const int MaxPrefixes = 1000;

    /// <summary>The percentage of <see cref="MaxPrefixes"/> at which a router warns.</summary>
    public const int WarnPercent = 80;

    /// <summary>The number of minutes after which a router restarts a session that ended because of too many prefixes.</summary>
    public const int RestartMinutes = 5;

    /// <summary>The maximum number of ECMP paths.</summary>
    public const int MaxPaths = 8;

    /// <summary>Gets the customer's AS number.</summary>
    public required long LocalAsn { get; init; }

    /// <summary>Gets the AS number of Cloudflare's end.</summary>
    public required long PeerAsn { get; init; }

    /// <summary>Gets the MD5 key, or the placeholder for it; <c>null</c> for none. It must be quoted as the platform requires.</summary>
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
