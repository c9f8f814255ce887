using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;

namespace CloudflareCni.Client;

/// <summary>Reads facilities. Thousands of slots share some dozens of them: those are one object each.</summary>
internal sealed class CniFacilityConverter(TextCache texts) : JsonConverter<CniFacility>
{
    private const int Size = 256;

    private readonly CniFacility?[] _known = new CniFacility?[Size];

    public override CniFacility Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        WireReader.BeginObject(ref reader);
        ref CniFacility? place = ref _known[FirstTextHash(reader) % Size];
        if (Volatile.Read(ref place) is { } known && TrySkip(ref reader, known))
        {
            return known;
        }

        string? name = null;
        IReadOnlyList<string>? address = null;
        FieldBag others = default;
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                name = WireReader.Text(ref reader, "name", texts);
            }
            else if (reader.ValueTextEquals("address"u8))
            {
                address = WireReader.Texts(ref reader, "address", texts);
            }
            else
            {
                others.Add(ref reader);
            }
        }

        var facility = new CniFacility(name ?? throw WireReader.Missing("name"), address ?? throw WireReader.Missing("address"), others.Close());
        if (facility.AdditionalProperties.Count == 0)
        {
            Volatile.Write(ref place, facility);
        }

        return facility;
    }

    public override void Write(Utf8JsonWriter writer, CniFacility value, JsonSerializerOptions options) => throw new NotSupportedException();

    // Most likely the name, or the address's first line: enough to find the one facility that the rest is compared with.
    private static uint FirstTextHash(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType is JsonTokenType.PropertyName or JsonTokenType.StartArray)
        {
        }

        return ahead.TokenType == JsonTokenType.String ? TextCache.Hash(ahead.ValueSpan) : 0;
    }

    // Moves the reader only when the whole object says the same.
    private static bool TrySkip(ref Utf8JsonReader reader, CniFacility known)
    {
        Utf8JsonReader ahead = reader;
        bool name = false;
        bool address = false;
        while (WireReader.NextField(ref ahead))
        {
            if (!name && ahead.ValueTextEquals("name"u8))
            {
                name = IsName(ref ahead, known);
            }
            else if (name && address || !ahead.ValueTextEquals("address"u8) || !(address = IsAddress(ref ahead, known)))
            {
                return false;
            }
        }

        if (name && address)
        {
            reader = ahead;
        }

        return name && address;
    }

    private static bool IsName(ref Utf8JsonReader reader, CniFacility known)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(known.Name);
    }

    private static bool IsAddress(ref Utf8JsonReader reader, CniFacility known)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        for (int i = 0; i < known.Address.Count; i++)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals(known.Address[i]))
            {
                return false;
            }
        }

        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray;
    }
}
