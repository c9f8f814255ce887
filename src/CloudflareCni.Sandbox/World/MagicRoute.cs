namespace CloudflareCni.Sandbox.World;

/// <summary>A static route of the Magic routing table.</summary>
/// <param name="Cni">The number of the seeded CNI that the route goes over, or <see langword="null"/> for a route that doesn't go over a CNI.</param>
/// <param name="Prefix">The destination.</param>
/// <param name="Priority">The priority. The lowest value takes precedence.</param>
/// <param name="Description">The description.</param>
internal sealed record MagicRoute(int? Cni, string Prefix, int Priority, string Description)
{
    public int? Weight { get; init; }

    /// <summary>Gets the only region in which the route applies, or <see langword="null"/> for all regions.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the next hop of a route that doesn't go over a CNI.</summary>
    public string? NextHop { get; init; }
}
