using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Reads a status. Its interconnect, account and time are not in the answer: the caller of the operation knows them.</summary>
internal sealed class CniInterconnectStatusConverter : JsonConverter<CniInterconnectStatus>
{
    public override CniInterconnectStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? state = null;
        string? reason = null;
        FieldBag others = default;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("state"u8))
            {
                state = WireReader.Text(ref reader, "state");
            }
            else if (reader.ValueTextEquals("reason"u8))
            {
                reason = WireReader.OptionalText(ref reader, "reason");
            }
            else
            {
                others.Add(ref reader);
            }
        }

        return new CniInterconnectStatus("", state ?? throw WireReader.Missing("state"), reason, default, null, others.Close());
    }

    public override void Write(Utf8JsonWriter writer, CniInterconnectStatus value, JsonSerializerOptions options) => throw new NotSupportedException();
}
