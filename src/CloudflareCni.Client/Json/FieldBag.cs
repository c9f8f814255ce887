using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Collects the fields of an object that its model doesn't know.</summary>
internal struct FieldBag
{
    private Dictionary<string, object?>? _fields;

    /// <summary>Adds a field. The reader moves from its name to its value.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        string name = reader.GetString()!;
        reader.Read();
        AddValue(name, ref reader);
    }

    /// <summary>Adds a field whose value is the reader's current value.</summary>
    public void AddValue(string name, ref Utf8JsonReader reader)
    {
        object? value;
        try
        {
            value = PlainValue.Read(ref reader);
        }
        catch (FieldException exception)
        {
            throw exception.Within(name);
        }

        (_fields ??= [])[name] = value;
    }

    /// <summary>Returns the fields, or <see langword="null"/> for none.</summary>
    public readonly IReadOnlyDictionary<string, object?>? Close() => _fields is null ? null : new FieldDictionary(_fields);
}
