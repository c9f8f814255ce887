using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Writes what an interconnect is made from.</summary>
internal sealed class CniInterconnectCreationConverter(string accountId) : JsonConverter<CniInterconnectCreation>
{
    public override CniInterconnectCreation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, CniInterconnectCreation value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("account"u8, accountId);
        writer.WriteString("type"u8, value.Type);
        switch (value)
        {
            case CniPhysicalInterconnectCreation physical:
                writer.WriteString("slot_id"u8, physical.SlotId);
                if (physical.Speed is not null)
                {
                    writer.WriteString("speed"u8, physical.Speed);
                }

                break;
            case CniGcpPartnerInterconnectCreation partner:
                writer.WriteString("bandwidth"u8, partner.Bandwidth);
                writer.WriteString("pairing_key"u8, partner.PairingKey);
                break;
        }

        writer.WriteEndObject();
    }
}
