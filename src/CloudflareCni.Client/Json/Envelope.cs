using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>The value of a response, with or without Cloudflare's envelope.</summary>
internal readonly struct Envelope
{
    private Envelope(ReadOnlyMemory<byte> value, string path, bool failed)
    {
        Value = value;
        Path = path;
        Failed = failed;
    }

    /// <summary>Gets the value's JSON.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    /// <summary>Gets the value's place in the response: <c>result</c>, or empty for the whole response.</summary>
    public string Path { get; }

    /// <summary>Gets a value indicating whether the envelope says <c>"success": false</c>.</summary>
    public bool Failed { get; }

    /// <summary>Reads a complete response.</summary>
    /// <param name="body">The complete response.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="JsonException">The response isn't JSON.</exception>
    public static Envelope Open(ReadOnlyMemory<byte> body)
    {
        body = body.Slice(JsonBytes.ByteOrderMarkLength(body.Span));
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return new Envelope(body, "", failed: false);
        }

        bool? success = null;
        bool errors = false;
        bool others = false;
        ReadOnlyMemory<byte>? result = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("result"u8))
            {
                result = SkipValue(ref reader, body);
            }
            else if (reader.ValueTextEquals("success"u8))
            {
                reader.Read();
                success = reader.TokenType switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => success };
                reader.Skip();
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                errors = true;
                reader.Skip();
            }
            else
            {
                others |= !reader.ValueTextEquals("messages"u8) && !reader.ValueTextEquals("result_info"u8);
                reader.Skip();
            }
        }

        reader.Read();

        // A future object without an envelope may have a field with one of these names.
        bool envelope = success is not null ? result is not null || errors : result is not null && !others;
        return envelope && result is { } value
            ? new Envelope(value, "result", success == false)
            : new Envelope(body, "", success == false);
    }

    private static ReadOnlyMemory<byte> SkipValue(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return body.Slice(start, (int)reader.BytesConsumed - start);
    }
}
