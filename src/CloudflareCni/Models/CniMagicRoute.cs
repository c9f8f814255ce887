namespace CloudflareCni;

/// <summary>A static route of the Magic routing table.</summary>
public sealed class CniMagicRoute : CniResource
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniMagicRoute> Table = new(static () => new CniMagicRoute(), isLenient: true)
    {
        { "id", route => route.Id, (route, value) => route.Id = value, FieldRules.Required },
        { "prefix", route => route.Prefix, (route, value) => route.Prefix = value, FieldRules.Required },
        { "nexthop", route => route.NextHop, (route, value) => route.NextHop = value, FieldRules.Required },
        { "priority", route => route.Priority, (route, value) => route.Priority = value, FieldRules.Required },
        { "weight", route => route.Weight, (route, value) => route.Weight = value },
        { "description", route => route.Description, (route, value) => route.Description = value },
    };

    internal CniMagicRoute()
    {
    }

    /// <summary>Gets the ID of the route.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Gets the destination, as <c>A.B.C.D/N</c>.</summary>
    public string Prefix { get; internal set; } = "";

    /// <summary>Gets the address of the next hop.</summary>
    public string NextHop { get; internal set; } = "";

    /// <summary>Gets the priority; the lowest wins.</summary>
    public int Priority { get; internal set; }

    /// <summary>Gets the weight among routes of equal priority; <c>null</c> if the API shows none.</summary>
    public int? Weight { get; internal set; }

    /// <summary>Gets the description; <c>null</c> if the API shows none.</summary>
    public string? Description { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the prefix, next hop and priority.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Prefix} via {NextHop} (priority {Priority})";
}
