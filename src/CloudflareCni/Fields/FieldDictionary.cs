using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;

namespace CloudflareCni;

/// <summary>A dictionary of fields that is displayed as one line of text, so that a CSV file doesn't contain a type name.</summary>
internal sealed class FieldDictionary(IDictionary<string, object?> fields) : ReadOnlyDictionary<string, object?>(fields)
{
    /// <summary>Returns the fields as text.</summary>
    /// <returns>The name and value of each field, such as <c>rack=B7; lanes=[1, 2]</c>; empty if there are none.</returns>
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
