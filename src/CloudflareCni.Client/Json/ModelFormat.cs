using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace CloudflareCni.Client;

/// <summary>Reads and writes a model, field by field as its table declares them. Thread-safe.</summary>
/// <typeparam name="T">The model.</typeparam>
internal sealed class ModelFormat<T>
    where T : CniModel
{
    private const int MaxShared = 256;
    private const int MaxSharedLength = 1024;
    private const uint PlacesEach = 4;

    private readonly FieldTable<T> _table;
    private readonly FieldFormat<T>[] _fields;
    private readonly ulong _required;
    private readonly SharedObject?[] _shared = [];

    /// <summary>Initializes a new instance of the <see cref="ModelFormat{T}"/> class.</summary>
    /// <param name="table">The model's fields.</param>
    /// <param name="visitor">Returns the format of each field.</param>
    public ModelFormat(FieldTable<T> table, IFieldVisitor<T, FieldFormat<T>> visitor)
    {
        _table = table;
        _fields = table.Select(field => field.Accept(visitor)).ToArray();
        for (int i = 0; i < _fields.Length; i++)
        {
            _required |= _fields[i].Field.Has(FieldRules.Required) ? 1UL << i : 0;
        }

        if (table.IsShared)
        {
            _shared = new SharedObject?[MaxShared];
        }
    }

    /// <summary>Reads the object at the reader's position.</summary>
    /// <exception cref="FieldException">The object isn't valid for the model.</exception>
    public T Read(ref WireReader reader)
    {
        reader.BeginObject();
        return _table.IsShared ? ReadShared(ref reader) : ReadFields(ref reader);
    }

    /// <summary>Writes an object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="model">The object.</param>
    /// <param name="isCreation"><see langword="true"/> for a creation, in which the API chooses the value of empty fields; otherwise, <see langword="false"/>.</param>
    public void Write(Utf8JsonWriter writer, T model, bool isCreation)
    {
        writer.WriteStartObject();
        WriteFields(writer, model, isCreation);
        writer.WriteEndObject();
    }

    /// <summary>Returns the body of an update: the whole object.</summary>
    public byte[] ToUpdate(T model) => ToBytes(writer => Write(writer, model, isCreation: false));

    /// <summary>Returns the body of a creation.</summary>
    /// <param name="accountId">The account, which every body repeats.</param>
    /// <param name="model">The object to create.</param>
    public byte[] ToCreation(string accountId, T model) => ToBytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("account"u8, accountId);
        WriteFields(writer, model, isCreation: true);
        writer.WriteEndObject();
    });

    private static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer);
        }

        return bytes.ToArray();
    }

    private T ReadFields(ref WireReader reader)
    {
        T model = _table.Create();
        ulong seen = 0;
        int expected = 0;
        FieldBag others = default;
        while (reader.NextField())
        {
            int index = Find(in reader.Json, expected);
            if (index < 0)
            {
                others.Add(ref reader.Json);
                continue;
            }

            ReadField(_fields[index], ref reader, model, ref others);
            seen |= 1UL << index;
            expected = index + 1;
        }

        if ((seen & _required) != _required)
        {
            throw Missing(_required & ~seen);
        }

        if (others.Close() is { } unknown)
        {
            model.AdditionalProperties = unknown;
        }

        if (model is CniResource resource)
        {
            resource.Origin = reader.Origin;
        }

        return model;
    }

    // A separate method, because a closure is allocated with every call of the method that it's in.
    private FieldException Missing(ulong fields) => new(_fields.Where((_, i) => (fields & 1UL << i) != 0).First().Field.Name, "is missing");

    // Servers usually write an object's fields in the same order, so the next name is usually that of the next field.
    private int Find(in Utf8JsonReader name, int expected)
    {
        for (int i = expected; i < _fields.Length; i++)
        {
            if (name.ValueTextEquals(_fields[i].Field.Utf8Name))
            {
                return i;
            }
        }

        for (int i = 0; i < expected; i++)
        {
            if (name.ValueTextEquals(_fields[i].Field.Utf8Name))
            {
                return i;
            }
        }

        return -1;
    }

    private void ReadField(FieldFormat<T> format, ref WireReader reader, T model, ref FieldBag others)
    {
        reader.Json.Read();
        if (reader.Json.TokenType == JsonTokenType.Null)
        {
            if (format.ReadNull(model))
            {
                others.AddValue(format.Field.Name, ref reader.Json);
            }
        }
        else if (_table.IsLenient && !format.Field.Has(FieldRules.Required))
        {
            Utf8JsonReader value = reader.Json;
            try
            {
                format.Read(ref reader, model);
            }
            catch (FieldException)
            {
                reader.Json = value;
                others.AddValue(format.Field.Name, ref reader.Json);
            }
        }
        else
        {
            format.Read(ref reader, model);
        }
    }

    private T ReadShared(ref WireReader reader)
    {
        ReadOnlySpan<byte> json = reader.WholeObject(out Utf8JsonReader end);
        if (json.Length > MaxSharedLength)
        {
            return ReadFields(ref reader);
        }

        // Each hash has a few places. Otherwise, two objects with the same hash would replace each other with every slot.
        uint first = TextCache.Hash(json);
        uint free = first;
        for (uint i = 0; i < PlacesEach; i++)
        {
            SharedObject? known = Volatile.Read(ref _shared[(first + i) % MaxShared]);
            if (known is null)
            {
                free = first + i;
                break;
            }

            if (json.SequenceEqual(known.Json))
            {
                reader.Json = end;
                return known.Model;
            }
        }

        byte[] copy = json.ToArray();
        T model = ReadFields(ref reader);
        Volatile.Write(ref _shared[free % MaxShared], new SharedObject(copy, model));
        return model;
    }

    private void WriteFields(Utf8JsonWriter writer, T model, bool isCreation)
    {
        ulong written = 0;
        for (int i = 0; i < _fields.Length; i++)
        {
            written |= _fields[i].Write(writer, model, isCreation) ? 1UL << i : 0;
        }

        foreach (KeyValuePair<string, object?> field in model.AdditionalProperties)
        {
            int index = Array.FindIndex(_fields, known => known.Field.Name == field.Key);
            if (index < 0 || (written & 1UL << index) == 0)
            {
                writer.WritePropertyName(field.Key);
                PlainValue.Write(writer, field.Value);
            }
        }
    }

    private sealed record SharedObject(byte[] Json, T Model);
}
