using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace CloudflareCni.Client;

/// <summary>How a model is read and written, field by field as its table declares them. Safe for many threads.</summary>
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

    /// <summary>Makes a format.</summary>
    /// <param name="table">The model's fields.</param>
    /// <param name="visitor">Gives the format of each field.</param>
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

    /// <summary>Reads the object that the reader stands on.</summary>
    /// <exception cref="FieldException">It isn't such an object.</exception>
    public T Read(ref WireReader reader)
    {
        reader.BeginObject();
        return _table.IsShared ? ReadShared(ref reader) : ReadFields(ref reader);
    }

    /// <summary>Writes an object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The object.</param>
    /// <param name="isCreation">Whether the API chooses what is empty.</param>
    public void Write(Utf8JsonWriter writer, T model, bool isCreation)
    {
        writer.WriteStartObject();
        WriteFields(writer, model, isCreation);
        writer.WriteEndObject();
    }

    /// <summary>The body of an update: the whole object.</summary>
    public byte[] ToUpdate(T model) => ToBytes(writer => Write(writer, model, isCreation: false));

    /// <summary>The body of a creation.</summary>
    /// <param name="accountId">The account, which every body repeats.</param>
    /// <param name="model">What is asked for.</param>
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

    // Apart, since a closure in a method is allocated with every call of it.
    private FieldException Missing(ulong fields) => new(_fields.Where((_, i) => (fields & 1UL << i) != 0).First().Field.Name, "is missing");

    // Servers write an object's fields in one order: most often the next name is the next field's.
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

        // A few places each: two objects that fell on one would push each other out with every slot.
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
