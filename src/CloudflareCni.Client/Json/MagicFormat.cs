using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>The field <c>magic</c> of a CNI.</summary>
internal static class MagicFormat
{
    private const string Field = "magic";
    private static readonly string[] Known = ["conduit_name", "description", "mtu"];

    public static CniMagicSettings Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        try
        {
            return ReadObject(ref reader);
        }
        catch (FieldException exception)
        {
            throw exception.Within(Field);
        }
    }

    public static void Write(Utf8JsonWriter writer, CniMagicSettings value)
    {
        writer.WriteStartObject(Field);
        writer.WriteString("conduit_name"u8, value.ConduitName);
        writer.WriteString("description"u8, value.Description);
        writer.WriteNumber("mtu"u8, value.Mtu);
        PlainValue.WriteFields(writer, value.AdditionalProperties, Known);
        writer.WriteEndObject();
    }

    private static CniMagicSettings ReadObject(ref Utf8JsonReader reader)
    {
        string? conduitName = null;
        string? description = null;
        int? mtu = null;
        FieldBag others = default;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("conduit_name"u8))
            {
                conduitName = WireReader.Text(ref reader, "conduit_name");
            }
            else if (reader.ValueTextEquals("description"u8))
            {
                description = WireReader.Text(ref reader, "description");
            }
            else if (reader.ValueTextEquals("mtu"u8))
            {
                mtu = WireReader.Int32(ref reader, "mtu");
            }
            else
            {
                others.Add(ref reader);
            }
        }

        return new CniMagicSettings(
            conduitName ?? throw WireReader.Missing("conduit_name"),
            description ?? throw WireReader.Missing("description"),
            mtu ?? throw WireReader.Missing("mtu"),
            others.Close());
    }
}
