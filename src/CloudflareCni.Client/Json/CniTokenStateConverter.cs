using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>Reads what Cloudflare says of a token.</summary>
internal sealed class CniTokenStateConverter : JsonConverter<CniTokenState>
{
    public override CniTokenState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? id = null;
        string? status = null;
        DateTimeOffset? notBefore = null;
        DateTimeOffset? expiresOn = null;
        WireReader.BeginObject(ref reader);
        while (WireReader.NextField(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = WireReader.OptionalText(ref reader, "id");
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                status = WireReader.OptionalText(ref reader, "status");
            }
            else if (reader.ValueTextEquals("not_before"u8))
            {
                notBefore = WireReader.OptionalTime(ref reader, "not_before");
            }
            else if (reader.ValueTextEquals("expires_on"u8))
            {
                expiresOn = WireReader.OptionalTime(ref reader, "expires_on");
            }
            else
            {
                WireReader.SkipField(ref reader);
            }
        }

        return new CniTokenState(id, status, notBefore, expiresOn);
    }

    public override void Write(Utf8JsonWriter writer, CniTokenState value, JsonSerializerOptions options) => throw new NotSupportedException();
}
