using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Reads responses with one object. A <see cref="JsonException"/> describes an invalid one.</summary>
internal static class JsonBody
{
    private delegate T ValueReader<T>(Utf8JsonReader reader, ReadOnlySpan<byte> data);

    /// <summary>Reads an object of the API.</summary>
    public static T Read<T>(byte[] body, ModelFormat<T> format, TextCache texts, CniOrigin? origin)
        where T : CniModel => Parse(body, (reader, data) =>
        {
            var wire = new WireReader(reader, data, texts, origin);
            return format.Read(ref wire);
        });

    /// <summary>Reads a string: the response itself, the named field of an object, or its only string field.</summary>
    public static string ReadText(byte[] body, string name) => Parse(body, (reader, _) => ReadOneText(reader, name));

    /// <summary>Reads a response without expected content. Any content must not say that the request failed.</summary>
    public static void ReadNothing(byte[] body)
    {
        if (JsonBytes.First(body) is (byte)'{' or (byte)'[' or (byte)'<')
        {
            Parse(body, static (_, _) => true);
        }
    }

    private static T Parse<T>(byte[] body, ValueReader<T> read)
    {
        Envelope envelope = default;
        try
        {
            envelope = Envelope.Open(body);
            if (envelope.Failed)
            {
                throw new NoSuccessException(body);
            }

            var reader = new Utf8JsonReader(envelope.Value.Span);
            reader.Read();
            return read(reader, envelope.Value.Span);
        }
        catch (FieldException exception)
        {
            throw exception.Within(envelope.Path);
        }
        catch (Exception exception) when (exception is not NoSuccessException && JsonBytes.IsUnreadable(exception))
        {
            throw new NotJsonException(body, exception);
        }
    }

    private static string ReadOneText(Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw FieldException.Wrong(reader.TokenType, "", "an object");
        }

        string? named = null;
        string? only = null;
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isNamed = reader.ValueTextEquals(name);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                only = reader.GetString();
                named = isNamed ? only : named;
                count++;
            }

            reader.Skip();
        }

        return named ?? (count > 1 ? throw new FieldException("", "has more than one string, and none of them is the name") : only)
            ?? throw new FieldException("", "doesn't contain a name");
    }
}
