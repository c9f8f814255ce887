using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>A static route of the Magic routing table.</summary>
/// <remarks>A field that is missing, or of another type than expected, costs that field only. The latter is kept in <see cref="CniModel.AdditionalProperties"/>.</remarks>
public sealed class CniMagicRoute : CniResource
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniMagicRoute> Table = new(static () => new CniMagicRoute(), isLenient: true)
    {
        { "id", route => route.Id, (route, value) => route.Id = value },
        { "prefix", route => route.Prefix, (route, value) => route.Prefix = value },
        { "nexthop", route => route.NextHop, (route, value) => route.NextHop = value },
        { "priority", route => route.Priority, (route, value) => route.Priority = value },
        { "weight", route => route.Weight, (route, value) => route.Weight = value },
        { "scope", route => route.Scope, (route, value) => route.Scope = value },
        { "description", route => route.Description, (route, value) => route.Description = value },
        { "created_on", route => route.CreatedOn, (route, value) => route.CreatedOn = value, FieldRules.LocalTime },
        { "modified_on", route => route.ModifiedOn, (route, value) => route.ModifiedOn = value, FieldRules.LocalTime },
    };

    internal CniMagicRoute()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniMagicRoute"/> class from the fields of the API.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="prefix">The destination.</param>
    /// <param name="nextHop">The address of the next hop.</param>
    /// <param name="priority">The priority; the lowest wins.</param>
    /// <param name="weight">The weight among routes of equal priority.</param>
    /// <param name="scope">Where the route counts; <c>null</c> for everywhere.</param>
    /// <param name="description">The description.</param>
    /// <param name="createdOn">The local time of creation.</param>
    /// <param name="modifiedOn">The local time of the last change.</param>
    /// <param name="origin">Where the route was read; <c>null</c> if it was made by hand.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know; <c>null</c> for none.</param>
    public CniMagicRoute(
        string id,
        string prefix,
        string nextHop,
        int? priority,
        int? weight = null,
        CniMagicRouteScope? scope = null,
        string? description = null,
        DateTime? createdOn = null,
        DateTime? modifiedOn = null,
        CniOrigin? origin = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
    {
        Id = id;
        Prefix = prefix;
        NextHop = nextHop;
        Priority = priority;
        Weight = weight;
        Scope = scope;
        Description = description;
        CreatedOn = createdOn;
        ModifiedOn = modifiedOn;
    }

    /// <summary>Gets the ID of the route; empty if the API shows none.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Gets the destination, as <c>A.B.C.D/N</c>; empty if the API shows none.</summary>
    public string Prefix { get; internal set; } = "";

    /// <summary>Gets the address of the next hop; empty if the API shows none.</summary>
    public string NextHop { get; internal set; } = "";

    /// <summary>Gets the priority, of which the lowest wins; <c>null</c> if the API shows none.</summary>
    public int? Priority { get; internal set; }

    /// <summary>Gets the weight among routes of equal priority; <c>null</c> if the API shows none.</summary>
    public int? Weight { get; internal set; }

    /// <summary>Gets where the route counts; <c>null</c> for everywhere.</summary>
    public CniMagicRouteScope? Scope { get; internal set; }

    /// <summary>Gets the description; <c>null</c> if the API shows none.</summary>
    public string? Description { get; internal set; }

    /// <summary>Gets the local time at which the route was created; <c>null</c> if the API shows none.</summary>
    public DateTime? CreatedOn { get; internal set; }

    /// <summary>Gets the local time at which the route was last changed; <c>null</c> if the API shows none.</summary>
    public DateTime? ModifiedOn { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the prefix, next hop and priority.</summary>
    /// <returns>One line, such as <c>10.0.0.0/8 via 172.24.0.0 (priority 100)</c>.</returns>
    public override string ToString() => $"{Prefix} via {NextHop} (priority {(Priority is { } priority ? $"{priority}" : "unknown")})";
}
