using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Represents a static route of the Magic routing table.</summary>
/// <remarks>A response may omit any field. A field whose type isn't the expected one is kept in <see cref="CniModel.AdditionalProperties"/>.</remarks>
public sealed class CniMagicRoute : CniResource
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
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
    /// <param name="priority">The priority. The lowest value takes precedence.</param>
    /// <param name="weight">The weight among routes of equal priority.</param>
    /// <param name="scope">The data centers and regions in which the route applies, or <see langword="null"/> for all.</param>
    /// <param name="description">The description.</param>
    /// <param name="createdOn">The local time of creation.</param>
    /// <param name="modifiedOn">The local time of the last change.</param>
    /// <param name="origin">The origin of the route, or <see langword="null"/> if it wasn't read from the API.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know, or <see langword="null"/> for none.</param>
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

    /// <summary>Gets the ID of the route; empty if the API doesn't show it.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Gets the destination, as <c>A.B.C.D/N</c>; empty if the API doesn't show it.</summary>
    public string Prefix { get; internal set; } = "";

    /// <summary>Gets the address of the next hop; empty if the API doesn't show it.</summary>
    public string NextHop { get; internal set; } = "";

    /// <summary>Gets the priority, of which the lowest value takes precedence, or <see langword="null"/> if the API doesn't show it.</summary>
    public int? Priority { get; internal set; }

    /// <summary>Gets the weight among routes of equal priority, or <see langword="null"/> if the API doesn't show it.</summary>
    public int? Weight { get; internal set; }

    /// <summary>Gets the data centers and regions in which the route applies, or <see langword="null"/> for all.</summary>
    public CniMagicRouteScope? Scope { get; internal set; }

    /// <summary>Gets the description, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Description { get; internal set; }

    /// <summary>Gets the local time when the route was created, or <see langword="null"/> if the API doesn't show it.</summary>
    public DateTime? CreatedOn { get; internal set; }

    /// <summary>Gets the local time when the route was last changed, or <see langword="null"/> if the API doesn't show it.</summary>
    public DateTime? ModifiedOn { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the prefix, next hop and priority.</summary>
    /// <returns>One line, such as <c>10.0.0.0/8 via 172.24.0.0 (priority 100)</c>.</returns>
    public override string ToString() => $"{Prefix} via {NextHop} (priority {(Priority is { } priority ? $"{priority}" : "unknown")})";
}
