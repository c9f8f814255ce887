using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>The field <c>bgp</c> of a CNI.</summary>
internal static class BgpFormat
{
    private const string Field = "bgp";
    private static readonly string[] Known = ["customer_asn", "extra_prefixes", "md5_key"];

    /// <summary>Reads the session; null for none.</summary>
    public static CniBgp? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        try
        {
            return ReadObject(ref reader);
        }
        catch (FieldException exception)
        {
            throw exception.Within(Field);
        }
    }

    /// <summary>Writes the session.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The session.</param>
    /// <param name="nullKey">Whether an MD5 key that is not there is written as null; else it is left out.</param>
    public static void Write(Utf8JsonWriter writer, CniBgp value, bool nullKey)
    {
        writer.WriteStartObject(Field);
        writer.WriteNumber("customer_asn"u8, value.CustomerAsn);
        writer.WriteStartArray("extra_prefixes"u8);
        foreach (string prefix in value.ExtraPrefixes)
        {
            writer.WriteStringValue(prefix);
        }

        writer.WriteEndArray();
        if (value.Md5Key is not null || nullKey)
        {
            writer.WriteString("md5_key"u8, value.Md5Key);
        }

        PlainValue.WriteFields(writer, value.AdditionalProperties, Known);
        writer.WriteEndObject();
    }

    private static CniBgp ReadObject(ref Utf8JsonReader reader)
    {
        long? customerAsn = null;
        IReadOnlyList<string>? extraPrefixes = null;
        string? md5Key = null;
        FieldBag others = default;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("customer_asn"u8))
            {
                customerAsn = WireReader.OptionalInt64(ref reader, "customer_asn") ?? throw WireReader.Wrong(ref reader, "customer_asn", "a whole number");
            }
            else if (reader.ValueTextEquals("extra_prefixes"u8))
            {
                extraPrefixes = WireReader.Texts(ref reader, "extra_prefixes");
            }
            else if (reader.ValueTextEquals("md5_key"u8))
            {
                md5Key = WireReader.OptionalText(ref reader, "md5_key");
            }
            else
            {
                others.Add(ref reader);
            }
        }

        return new CniBgp(
            customerAsn ?? throw WireReader.Missing("customer_asn"),
            extraPrefixes ?? throw WireReader.Missing("extra_prefixes"),
            md5Key,
            others.Close());
    }
}
