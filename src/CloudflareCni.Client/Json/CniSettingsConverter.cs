using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Reads and writes an account's settings. A null ASN is written, since that clears it.</summary>
internal sealed class CniSettingsConverter(CniOrigin? origin) : JsonConverter<CniSettings>
{
    private const string DefaultAsn = "default_asn";

    public override CniSettings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        long? defaultAsn = null;
        FieldBag others = default;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals(DefaultAsn))
            {
                defaultAsn = WireReader.OptionalInt64(ref reader, DefaultAsn);
            }
            else
            {
                others.Add(ref reader);
            }
        }

        return new CniSettings(defaultAsn, origin, others.Close());
    }

    public override void Write(Utf8JsonWriter writer, CniSettings value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.DefaultAsn is { } asn)
        {
            writer.WriteNumber(DefaultAsn, asn);
        }
        else
        {
            writer.WriteNull(DefaultAsn);
        }

        PlainValue.WriteFields(writer, value.AdditionalProperties, DefaultAsn);
        writer.WriteEndObject();
    }
}
