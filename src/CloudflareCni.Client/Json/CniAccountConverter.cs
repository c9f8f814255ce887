using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Reads accounts, of which only tag and name are kept.</summary>
internal sealed class CniAccountConverter : JsonConverter<CniAccount>
{
    public override CniAccount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? id = null;
        string? name = null;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = WireReader.Text(ref reader, "id");
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                name = WireReader.Text(ref reader, "name");
            }
            else
            {
                WireReader.SkipField(ref reader);
            }
        }

        return new CniAccount(id ?? throw WireReader.Missing("id"), name ?? throw WireReader.Missing("name"));
    }

    public override void Write(Utf8JsonWriter writer, CniAccount value, JsonSerializerOptions options) => throw new NotSupportedException();
}
