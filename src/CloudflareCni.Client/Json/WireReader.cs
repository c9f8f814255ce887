using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Reads the fields of models. Each method but the first two is called on a field's name and stops on its value.</summary>
internal static class WireReader
{
    /// <summary>Makes sure that an object begins here.</summary>
    public static void BeginObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong(ref reader, "", "an object");
        }
    }

    /// <summary>Goes to the next field's name; false at the object's end.</summary>
    public static bool NextField(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Passes over a field.</summary>
    public static void SkipField(ref Utf8JsonReader reader)
    {
        // Skip refuses to work while more of the answer is to come, though this object is all there.
        _ = reader.TrySkip();
    }

    public static string Text(ref Utf8JsonReader reader, string field, TextCache? texts = null) =>
        OptionalText(ref reader, field, texts) ?? throw Wrong(ref reader, field, "text");

    public static string? OptionalText(ref Utf8JsonReader reader, string field, TextCache? texts = null)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => texts?.Get(ref reader) ?? reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw Wrong(ref reader, field, "text"),
        };
    }

    public static Guid Id(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid id) ? id : throw Wrong(ref reader, field, "a UUID");
    }

    public static bool Boolean(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False
            ? reader.GetBoolean()
            : throw Wrong(ref reader, field, "true or false");
    }

    public static int Int32(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number)
            ? number
            : throw Wrong(ref reader, field, "a whole number of 32 bits");
    }

    public static long? OptionalInt64(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null
            : reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number) ? number
            : throw Wrong(ref reader, field, "a whole number");
    }

    public static DateTimeOffset? OptionalTime(ref Utf8JsonReader reader, string field)
    {
        string? text = OptionalText(ref reader, field);
        return string.IsNullOrEmpty(text) ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time
            : throw Wrong(ref reader, field, "a time");
    }

    public static IReadOnlyList<string> Texts(ref Utf8JsonReader reader, string field, TextCache? texts = null)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(ref reader, field, "a list");
        }

        // Lists of addresses and prefixes are short: their true length costs less than slack that stays.
        Utf8JsonReader ahead = reader;
        int count = 0;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.String)
        {
            count++;
        }

        if (ahead.TokenType != JsonTokenType.EndArray)
        {
            throw Wrong(ref ahead, $"{field}[{count}]", "text");
        }

        if (count == 0)
        {
            reader = ahead;
            return Array.Empty<string>();
        }

        string[] list = new string[count];
        for (int i = 0; i < count; i++)
        {
            reader.Read();
            list[i] = texts?.Get(ref reader) ?? reader.GetString()!;
        }

        reader.Read();
        return new ReadOnlyCollection<string>(list);
    }

    /// <summary>The failure of a field that is not there.</summary>
    public static FieldException Missing(string field) => new(field, "is missing");

    /// <summary>The failure of the value that the reader stands on.</summary>
    public static FieldException Wrong(ref Utf8JsonReader reader, string field, string wanted) =>
        new(field, reader.TokenType == JsonTokenType.Null ? "is null" : $"is not {wanted}");
}
