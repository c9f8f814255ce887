using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Writes what a CNI is made from.</summary>
internal sealed class CniCreationConverter(string accountId) : JsonConverter<CniCreation>
{
    public override CniCreation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, CniCreation value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("account"u8, accountId);
        writer.WriteString("interconnect"u8, value.Interconnect);
        MagicFormat.Write(writer, value.Magic);
        if (value.Bgp is not null)
        {
            BgpFormat.Write(writer, value.Bgp, nullKey: false);
        }

        writer.WriteEndObject();
    }
}
