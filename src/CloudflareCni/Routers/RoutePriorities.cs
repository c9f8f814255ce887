using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Routers;

/// <summary>The priorities that Cloudflare assigns to routes, and the BGP communities that request them.</summary>
public static class RoutePriorities
{
    /// <summary>The priority of a route without a community.</summary>
    public const int Default = 100;

    /// <summary>Gets the priorities in ascending order (the lowest wins), each with its community; <c>null</c> for Cloudflare's default.</summary>
    /// <remarks>Source: developers.cloudflare.com/magic-transit/how-to/bgp-peering.</remarks>
    public static IReadOnlyList<KeyValuePair<int, string?>> Communities { get; } =
    [
        new(10, "13335:60010"),
        new(50, "13335:60050"),
        new(Default, null),
        new(150, "13335:60150"),
        new(200, "13335:60200"),
        new(501000, "13335:60901"),
        new(1001000, "13335:60902"),
    ];

    /// <summary>Checks a priority.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="priority">The priority.</param>
    /// <returns>The community that requests it; <c>null</c> if none is needed.</returns>
    /// <exception cref="CniArgumentException">Cloudflare has no community for the priority.</exception>
    public static string? Check(string parameterName, int priority)
    {
        foreach (KeyValuePair<int, string?> known in Communities)
        {
            if (known.Key == priority)
            {
                return known.Value;
            }
        }

        throw new CniArgumentException(
            parameterName,
            $"Cloudflare has no community for the route priority {DisplayText.Number(priority)}. "
            + $"Use one of {string.Join(", ", Communities.Select(known => DisplayText.Number(known.Key)))}; the lowest wins.");
    }
}
