using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>The bag of fields that an object of the API carried and this version of the module does not know.</summary>
/// <remarks>
/// Values are plain .NET ones: <see cref="string"/>, <see cref="bool"/>, a number (<see cref="long"/>, <see cref="decimal"/>,
/// <see cref="System.Numerics.BigInteger"/> or <see cref="double"/>), null, a read-only list or a read-only dictionary of such values.
/// </remarks>
public static class CniFields
{
    /// <summary>No unknown field at all.</summary>
    public static IReadOnlyDictionary<string, object?> None { get; } = new FieldDictionary(new Dictionary<string, object?>());

    /// <summary>The same fields, with a text of one line.</summary>
    /// <param name="fields">The fields; null for none.</param>
    /// <returns>The fields.</returns>
    internal static IReadOnlyDictionary<string, object?> Of(IReadOnlyDictionary<string, object?>? fields) => fields switch
    {
        null => None,
        FieldDictionary => fields,
        _ => new FieldDictionary(fields.ToDictionary(field => field.Key, field => field.Value)),
    };
}
