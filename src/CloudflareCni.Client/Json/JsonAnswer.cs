using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Reads answers that hold one object.</summary>
internal static class JsonAnswer
{
    private delegate T ValueReader<T>(ref Utf8JsonReader reader);

    /// <summary>Reads an object of the API.</summary>
    public static async Task<T> ReadAsync<T>(ApiResponse answer, JsonTypeInfo<T> type)
    {
        byte[] body = await answer.ReadAllAsync().ConfigureAwait(false);
        var converter = (JsonConverter<T>)type.Converter;
        return Parse(answer, body, (ref Utf8JsonReader reader) => converter.Read(ref reader, typeof(T), type.Options)!);
    }

    /// <summary>Reads a text: the answer itself, or the one text field of an object.</summary>
    public static async Task<string> ReadTextAsync(ApiResponse answer)
    {
        byte[] body = await answer.ReadAllAsync().ConfigureAwait(false);
        return Parse(answer, body, ReadOneText);
    }

    /// <summary>Reads an answer that needs no content. What is there must not say that the request failed.</summary>
    /// <returns>True.</returns>
    public static async Task<bool> ReadNothingAsync(ApiResponse answer)
    {
        byte[] body = await answer.ReadAllAsync().ConfigureAwait(false);
        if (JsonBytes.First(body) is (byte)'{' or (byte)'[' or (byte)'<')
        {
            Parse(answer, body, static (ref Utf8JsonReader reader) => true);
        }

        return true;
    }

    private static T Parse<T>(ApiResponse answer, byte[] body, ValueReader<T> read)
    {
        Envelope envelope = default;
        try
        {
            envelope = Envelope.Open(body);
            if (envelope.Failed)
            {
                throw answer.NoSuccess(body);
            }

            var reader = new Utf8JsonReader(envelope.Value.Span);
            reader.Read();
            return read(ref reader);
        }
        catch (FieldException exception)
        {
            throw answer.Unusable(exception.Within(envelope.Path).Describe(), exception);
        }
        catch (Exception exception) when (JsonBytes.IsUnreadable(exception))
        {
            throw answer.NotJson(body, exception);
        }
    }

    private static string ReadOneText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        WireReader.BeginObject(ref reader);
        string? text = null;
        while (WireReader.NextField(ref reader))
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                text = text is null ? reader.GetString() : throw new FieldException("", "has more than one text, so that none is the name");
            }

            reader.Skip();
        }

        return text ?? throw new FieldException("", "has no text that could be the name");
    }
}
