using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Collects the fields of an object that its model does not know.</summary>
internal struct FieldBag
{
    private Dictionary<string, object?>? _fields;

    /// <summary>Keeps a field. The reader stands on its name, and then on its value.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        string name = reader.GetString()!;
        reader.Read();
        AddValue(name, ref reader);
    }

    /// <summary>Keeps a field whose value the reader stands on.</summary>
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

    /// <summary>The fields; null for none.</summary>
    public readonly IReadOnlyDictionary<string, object?>? Close() => _fields is null ? null : new FieldDictionary(_fields);
}
