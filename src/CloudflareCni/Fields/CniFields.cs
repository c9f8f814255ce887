using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>The fields of an API object that this version of the module doesn't know.</summary>
/// <remarks>
/// Values are plain .NET values: <see cref="string"/>, <see cref="bool"/>, a number (<see cref="long"/>, <see cref="decimal"/>,
/// <see cref="System.Numerics.BigInteger"/> or <see cref="double"/>), <c>null</c>, a read-only list or a read-only dictionary of such values.
/// </remarks>
public static class CniFields
{
    /// <summary>Gets an empty set of fields.</summary>
    public static IReadOnlyDictionary<string, object?> None { get; } = new FieldDictionary(new Dictionary<string, object?>());

    /// <summary>Returns the same fields in a dictionary that is displayed as one line.</summary>
    /// <param name="fields">The fields, or <see langword="null"/> for none.</param>
    /// <returns>The fields.</returns>
    internal static IReadOnlyDictionary<string, object?> Of(IReadOnlyDictionary<string, object?>? fields) => fields switch
    {
        null => None,
        FieldDictionary => fields,
        _ => new FieldDictionary(fields.ToDictionary(field => field.Key, field => field.Value)),
    };
}
