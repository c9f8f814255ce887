using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Reads slots.</summary>
internal sealed class CniSlotConverter(CniOrigin? origin, TextCache texts, CniFacilityConverter facilities) : JsonConverter<CniSlot>
{
    public override CniSlot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Guid? id = null;
        CniFacility? facility = null;
        bool? occupied = null;
        string? site = null;
        string? speed = null;
        string? account = null;
        string? ccrDeviceName = null;
        FieldBag others = default;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = WireReader.Id(ref reader, "id");
            }
            else if (reader.ValueTextEquals("facility"u8))
            {
                facility = ReadFacility(ref reader, options);
            }
            else if (reader.ValueTextEquals("occupied"u8))
            {
                occupied = WireReader.Boolean(ref reader, "occupied");
            }
            else if (reader.ValueTextEquals("site"u8))
            {
                site = WireReader.Text(ref reader, "site", texts);
            }
            else if (reader.ValueTextEquals("speed"u8))
            {
                speed = WireReader.Text(ref reader, "speed", texts);
            }
            else if (reader.ValueTextEquals("account"u8))
            {
                account = WireReader.OptionalText(ref reader, "account", texts);
            }
            else if (reader.ValueTextEquals("ccr_device_name"u8))
            {
                ccrDeviceName = WireReader.OptionalText(ref reader, "ccr_device_name", texts);
            }
            else
            {
                others.Add(ref reader);
            }
        }

        return new CniSlot(
            id ?? throw WireReader.Missing("id"),
            facility ?? throw WireReader.Missing("facility"),
            occupied ?? throw WireReader.Missing("occupied"),
            site ?? throw WireReader.Missing("site"),
            speed ?? throw WireReader.Missing("speed"),
            account,
            ccrDeviceName,
            origin,
            others.Close());
    }

    public override void Write(Utf8JsonWriter writer, CniSlot value, JsonSerializerOptions options) => throw new NotSupportedException();

    private CniFacility ReadFacility(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        try
        {
            return facilities.Read(ref reader, typeof(CniFacility), options);
        }
        catch (FieldException exception)
        {
            throw exception.Within("facility");
        }
    }
}
