using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Reads interconnects of whatever shape: only a name is needed, and a known field of another type is kept as an unknown one.</summary>
internal sealed class CniInterconnectConverter(CniOrigin? origin, TextCache texts, CniFacilityConverter facilities) : JsonConverter<CniInterconnect>
{
    public override CniInterconnect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? name = null;
        string? account = null;
        string? type = null;
        string? site = null;
        CniFacility? facility = null;
        Guid? slotId = null;
        string? region = null;
        string? speed = null;
        string? owner = null;
        string? reservation = null;
        string? ccrDeviceName = null;
        FieldBag others = default;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                name = WireReader.Text(ref reader, "name");
            }
            else if (reader.ValueTextEquals("account"u8))
            {
                account = TextOrOther(ref reader, "account", ref others);
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                type = TextOrOther(ref reader, "type", ref others);
            }
            else if (reader.ValueTextEquals("site"u8))
            {
                site = TextOrOther(ref reader, "site", ref others);
            }
            else if (reader.ValueTextEquals("facility"u8))
            {
                facility = FacilityOrOther(ref reader, options, ref others);
            }
            else if (reader.ValueTextEquals("slot_id"u8))
            {
                slotId = IdOrOther(ref reader, "slot_id", ref others);
            }
            else if (reader.ValueTextEquals("region"u8))
            {
                region = TextOrOther(ref reader, "region", ref others);
            }
            else if (reader.ValueTextEquals("speed"u8))
            {
                speed = TextOrOther(ref reader, "speed", ref others);
            }
            else if (reader.ValueTextEquals("owner"u8))
            {
                owner = TextOrOther(ref reader, "owner", ref others);
            }
            else if (reader.ValueTextEquals("virtual_port_reservation_id"u8))
            {
                reservation = TextOrOther(ref reader, "virtual_port_reservation_id", ref others);
            }
            else if (reader.ValueTextEquals("ccr_device_name"u8))
            {
                ccrDeviceName = TextOrOther(ref reader, "ccr_device_name", ref others);
            }
            else
            {
                others.Add(ref reader);
            }
        }

        return new CniInterconnect(
            name ?? throw WireReader.Missing("name"),
            account,
            type,
            site,
            facility,
            slotId,
            region,
            speed,
            owner,
            reservation,
            ccrDeviceName,
            origin,
            others.Close());
    }

    public override void Write(Utf8JsonWriter writer, CniInterconnect value, JsonSerializerOptions options) => throw new NotSupportedException();

    private string? TextOrOther(ref Utf8JsonReader reader, string field, ref FieldBag others)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return texts.Get(ref reader);
            case JsonTokenType.Null:
                return null;
            default:
                others.AddValue(field, ref reader);
                return null;
        }
    }

    private static Guid? IdOrOther(ref Utf8JsonReader reader, string field, ref FieldBag others)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid id))
        {
            return id;
        }

        if (reader.TokenType != JsonTokenType.Null)
        {
            others.AddValue(field, ref reader);
        }

        return null;
    }

    private CniFacility? FacilityOrOther(ref Utf8JsonReader reader, JsonSerializerOptions options, ref FieldBag others)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Utf8JsonReader attempt = reader;
        try
        {
            CniFacility facility = facilities.Read(ref attempt, typeof(CniFacility), options);
            reader = attempt;
            return facility;
        }
        catch (FieldException)
        {
            others.AddValue("facility", ref reader);
            return null;
        }
    }
}
