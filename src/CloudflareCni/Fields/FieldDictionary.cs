using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;

namespace CloudflareCni;

/// <summary>Fields that read as one line of text, so that a CSV file has no type name in a cell.</summary>
internal sealed class FieldDictionary(IDictionary<string, object?> fields) : ReadOnlyDictionary<string, object?>(fields)
{
    /// <summary>The fields.</summary>
    /// <returns>Name and value of each, such as <c>rack=B7; lanes=[1, 2]</c>; nothing for none.</returns>
    public override string ToString() => Join(Dictionary);

    private static string Join(IEnumerable<KeyValuePair<string, object?>> fields) =>
        string.Join("; ", fields.Select(field => $"{field.Key}={Describe(field.Value)}"));

    private static string Describe(object? value) => value switch
    {
        string text => text,
        IEnumerable<KeyValuePair<string, object?>> fields => $"{{{Join(fields)}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Describe))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
