using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Routers;

namespace CloudflareCni;

/// <summary>The options of a router configuration, in addition to the CNI's own settings.</summary>
public sealed record CniRouterOptions
{
    private const int MinHoldTimeSec = 3;
    private const int MaxHoldTimeSec = 65535;

    /// <summary>Gets the name of the router's interface; <c>null</c> for the platform's example.</summary>
    public string? InterfaceName { get; init; }

    /// <summary>Gets the prefixes to advertise to Cloudflare; empty for none.</summary>
    public IReadOnlyList<string> AdvertisePrefixes { get; init; } = [];

    /// <summary>Gets the prefixes to accept from Cloudflare; <c>null</c> for the CNI's extra prefixes.</summary>
    public IReadOnlyList<string>? ImportPrefixes { get; init; }

    /// <summary>Gets the prefixes to route to Cloudflare when the CNI has no BGP session; empty for none.</summary>
    public IReadOnlyList<string> StaticPrefixes { get; init; } = [];

    /// <summary>Gets the hold time in seconds, 3 to 65535; <c>null</c> for 60.</summary>
    public int? HoldTimeSec { get; init; }

    /// <summary>Gets the priority of the advertised routes at Cloudflare, one of <see cref="RoutePriorities.Communities"/>; <c>null</c> for Cloudflare's default.</summary>
    public int? RoutePriority { get; init; }

    /// <summary>Gets a value indicating whether routes that carry the customer's own AS number are accepted once.</summary>
    public bool AllowAsIn { get; init; }

    /// <summary>Gets a value indicating whether a placeholder stands in for the MD5 key.</summary>
    public bool RedactMd5Key { get; init; }

    /// <summary>Checks the options that don't depend on a CNI.</summary>
    /// <param name="platform">The platform, which determines the format of an interface name.</param>
    /// <exception cref="CniArgumentException">A value isn't valid.</exception>
    public void Check(CniRouterPlatform platform)
    {
        RouterPlatform.Get(platform).CheckInterface(InterfaceName);
        PrefixRules.CheckExtraPrefixes("AdvertisePrefix", AdvertisePrefixes);
        PrefixRules.CheckExtraPrefixes("ImportPrefix", ImportPrefixes ?? Enumerable.Empty<string>());
        PrefixRules.CheckExtraPrefixes("StaticPrefix", StaticPrefixes);
        if (HoldTimeSec is < MinHoldTimeSec or > MaxHoldTimeSec)
        {
            throw new CniArgumentException(
                nameof(HoldTimeSec), $"The hold time {DisplayText.Number(HoldTimeSec.Value)} is out of range. Use a value from 3 to 65535 seconds; 60 is the default.");
        }

        if (RoutePriority is { } priority)
        {
            RoutePriorities.Check(nameof(RoutePriority), priority);
        }
    }
}
