using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Reads CNIs, and writes them whole for an update.</summary>
internal sealed class CniConverter(CniOrigin? origin, TextCache texts) : JsonConverter<Cni>
{
    private static readonly string[] Known = ["id", "account", "interconnect", "cust_ip", "p2p_ip", "magic", "bgp", "bgp_mode"];

    public override Cni Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Guid? id = null;
        string? account = null;
        string? interconnect = null;
        string? custIp = null;
        string? p2pIp = null;
        CniMagicSettings? magic = null;
        CniBgp? bgp = null;
        string? bgpMode = null;
        FieldBag others = default;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = WireReader.Id(ref reader, "id");
            }
            else if (reader.ValueTextEquals("account"u8))
            {
                account = WireReader.Text(ref reader, "account", texts);
            }
            else if (reader.ValueTextEquals("interconnect"u8))
            {
                interconnect = WireReader.Text(ref reader, "interconnect", texts);
            }
            else if (reader.ValueTextEquals("cust_ip"u8))
            {
                custIp = WireReader.Text(ref reader, "cust_ip");
            }
            else if (reader.ValueTextEquals("p2p_ip"u8))
            {
                p2pIp = WireReader.Text(ref reader, "p2p_ip");
            }
            else if (reader.ValueTextEquals("magic"u8))
            {
                magic = MagicFormat.Read(ref reader);
            }
            else if (reader.ValueTextEquals("bgp"u8))
            {
                bgp = BgpFormat.Read(ref reader);
            }
            else if (reader.ValueTextEquals("bgp_mode"u8))
            {
                bgpMode = WireReader.OptionalText(ref reader, "bgp_mode", texts);
            }
            else
            {
                others.Add(ref reader);
            }
        }

        return new Cni(
            id ?? throw WireReader.Missing("id"),
            account ?? throw WireReader.Missing("account"),
            interconnect ?? throw WireReader.Missing("interconnect"),
            custIp ?? throw WireReader.Missing("cust_ip"),
            p2pIp ?? throw WireReader.Missing("p2p_ip"),
            magic ?? throw WireReader.Missing("magic"),
            bgp,
            bgpMode,
            origin,
            others.Close());
    }

    public override void Write(Utf8JsonWriter writer, Cni value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, value.Id);
        writer.WriteString("account"u8, value.Account);
        writer.WriteString("interconnect"u8, value.Interconnect);
        writer.WriteString("cust_ip"u8, value.CustIp);
        writer.WriteString("p2p_ip"u8, value.P2pIp);
        MagicFormat.Write(writer, value.Magic);
        if (value.Bgp is not null)
        {
            // The update replaces the session, so a key that was taken away is said to be gone.
            BgpFormat.Write(writer, value.Bgp, nullKey: true);
        }

        if (value.BgpMode is not null)
        {
            writer.WriteString("bgp_mode"u8, value.BgpMode);
        }

        PlainValue.WriteFields(writer, value.AdditionalProperties, Known);
        writer.WriteEndObject();
    }
}
