using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Represents the data centers and regions in which a route of the Magic routing table applies. Without any, it applies everywhere.</summary>
public sealed class CniMagicRouteScope : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniMagicRouteScope> Table = new(static () => new CniMagicRouteScope(), isLenient: true)
    {
        { "colo_names", scope => scope.ColoNames, (scope, value) => scope.ColoNames = value, FieldRules.Shared },
        { "colo_regions", scope => scope.ColoRegions, (scope, value) => scope.ColoRegions = value, FieldRules.Shared },
    };

    internal CniMagicRouteScope()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniMagicRouteScope"/> class from the fields of the API.</summary>
    /// <param name="coloNames">The names of the Cloudflare data centers.</param>
    /// <param name="coloRegions">The regions of the Cloudflare data centers.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniMagicRouteScope(IReadOnlyList<string> coloNames, IReadOnlyList<string> coloRegions, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        ColoNames = coloNames;
        ColoRegions = coloRegions;
    }

    /// <summary>Gets the names of the Cloudflare data centers in which the route applies.</summary>
    public IReadOnlyList<string> ColoNames { get; internal set; } = [];

    /// <summary>Gets the regions of the Cloudflare data centers in which the route applies.</summary>
    public IReadOnlyList<string> ColoRegions { get; internal set; } = [];

    internal override FieldTable Schema => Table;

    /// <summary>Returns the data centers and regions.</summary>
    /// <returns>One line, for views and CSV; empty if the route applies everywhere.</returns>
    public override string ToString() => string.Join(", ", ColoNames.Concat(ColoRegions));
}
