using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Reads facilities. Neighbours in a list mostly share one, which then is one object.</summary>
internal sealed class CniFacilityConverter(TextCache texts) : JsonConverter<CniFacility>
{
    private volatile CniFacility? _last;

    public override CniFacility Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        WireReader.BeginObject(ref reader);
        if (_last is { } last && TrySkip(ref reader, last))
        {
            return last;
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
            _last = facility;
        }

        return facility;
    }

    public override void Write(Utf8JsonWriter writer, CniFacility value, JsonSerializerOptions options) => throw new NotSupportedException();

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

        foreach (string line in known.Address)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals(line))
            {
                return false;
            }
        }

        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray;
    }
}
