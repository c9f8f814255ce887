using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Circuits;

/// <summary>Represents the static routes of the Magic routing table that go over CNIs, for the warning before they're removed.</summary>
public sealed class MagicRouteUse
{
    private const int MaxPrefixes = 5;

    private MagicRouteUse(string[] prefixes) => Prefixes = prefixes;

    /// <summary>Gets the prefixes whose routes go over the CNI.</summary>
    public IReadOnlyList<string> Prefixes { get; }

    /// <summary>Gets a description of the routes, such as <c>2 Magic routes (10.0.0.0/16, 10.1.0.0/16)</c>. Only the first few are listed.</summary>
    public string Text =>
        $"{DisplayText.Number(Prefixes.Count)} Magic route{(Prefixes.Count == 1 ? "" : "s")} ({string.Join(", ", Prefixes.Take(MaxPrefixes).Select(DisplayText.Escape))}{(Prefixes.Count > MaxPrefixes ? ", ..." : "")})";

    /// <summary>Finds the routes over CNIs.</summary>
    /// <param name="cnis">The CNIs.</param>
    /// <param name="routes">The routes of the account.</param>
    /// <returns>The routes, or <see langword="null"/> if there are none.</returns>
    public static MagicRouteUse? Find(IReadOnlyList<Cni> cnis, IEnumerable<CniMagicRoute> routes)
    {
        var links = new LinkPrefixes(cnis);
        string[] prefixes = routes.Where(route => links.Find(route.NextHop).Any()).Select(route => route.Prefix).ToArray();
        return prefixes.Length == 0 ? null : new MagicRouteUse(prefixes);
    }
}
