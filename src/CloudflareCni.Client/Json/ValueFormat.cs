using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Reads and writes values of a type in JSON. The reader starts at a value that isn't <c>null</c>, and stops at its last token.</summary>
/// <typeparam name="TValue">The type.</typeparam>
internal abstract class ValueFormat<TValue>
{
    public abstract TValue Read(ref WireReader reader, Field field);

    /// <summary>Writes a value that isn't <c>null</c>.</summary>
    public abstract void Write(Utf8JsonWriter writer, TValue value, bool isCreation);
}

internal sealed class TextFormat : ValueFormat<string>
{
    public override string Read(ref WireReader reader, Field field) =>
        reader.Json.TokenType == JsonTokenType.String ? reader.Text(field.Has(FieldRules.Shared)) : throw reader.Wrong(field.Name, "a string");

    public override void Write(Utf8JsonWriter writer, string value, bool isCreation) => writer.WriteStringValue(value);
}

internal sealed class GuidFormat : ValueFormat<Guid>
{
    public override Guid Read(ref WireReader reader, Field field) =>
        reader.Json.TokenType == JsonTokenType.String && reader.Json.TryGetGuid(out Guid id) ? id : throw reader.Wrong(field.Name, "a UUID");

    public override void Write(Utf8JsonWriter writer, Guid value, bool isCreation) => writer.WriteStringValue(value);
}

internal sealed class BooleanFormat : ValueFormat<bool>
{
    public override bool Read(ref WireReader reader, Field field) =>
        reader.Json.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.Json.GetBoolean() : throw reader.Wrong(field.Name, "true or false");

    public override void Write(Utf8JsonWriter writer, bool value, bool isCreation) => writer.WriteBooleanValue(value);
}

internal sealed class Int32Format : ValueFormat<int>
{
    public override int Read(ref WireReader reader, Field field) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetInt32(out int number) ? number : throw reader.Wrong(field.Name, "a 32-bit whole number");

    public override void Write(Utf8JsonWriter writer, int value, bool isCreation) => writer.WriteNumberValue(value);
}

internal sealed class Int64Format : ValueFormat<long>
{
    public override long Read(ref WireReader reader, Field field) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetInt64(out long number) ? number : throw reader.Wrong(field.Name, "a whole number");

    public override void Write(Utf8JsonWriter writer, long value, bool isCreation) => writer.WriteNumberValue(value);
}

internal sealed class TimeFormat : ValueFormat<DateTime>
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public override DateTime Read(ref WireReader reader, Field field) =>
        reader.Json.TokenType == JsonTokenType.String && DateTime.TryParse(reader.Json.GetString(), CultureInfo.InvariantCulture, Utc, out DateTime time)
            ? field.Has(FieldRules.LocalTime) ? time.ToLocalTime() : time
            : throw reader.Wrong(field.Name, "a time");

    public override void Write(Utf8JsonWriter writer, DateTime value, bool isCreation) => writer.WriteStringValue(value);
}

/// <summary>Reads and writes an optional value.</summary>
internal sealed class NullableFormat<TValue>(ValueFormat<TValue> format) : ValueFormat<TValue?>
    where TValue : struct
{
    public override TValue? Read(ref WireReader reader, Field field) => format.Read(ref reader, field);

    public override void Write(Utf8JsonWriter writer, TValue? value, bool isCreation) => format.Write(writer, value!.Value, isCreation);
}

internal sealed class TextsFormat : ValueFormat<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref WireReader reader, Field field)
    {
        if (reader.Json.TokenType != JsonTokenType.StartArray)
        {
            throw reader.Wrong(field.Name, "a list");
        }

        // Lists of addresses and prefixes are short, so counting costs less than unused capacity.
        Utf8JsonReader ahead = reader.Json;
        int count = 0;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.String)
        {
            count++;
        }

        if (ahead.TokenType != JsonTokenType.EndArray)
        {
            throw FieldException.Wrong(ahead.TokenType, $"{field.Name}[{count}]", "a string");
        }

        if (count == 0)
        {
            reader.Json = ahead;
            return Array.Empty<string>();
        }

        string[] list = new string[count];
        for (int i = 0; i < count; i++)
        {
            reader.Json.Read();
            list[i] = reader.Text(field.Has(FieldRules.Shared));
        }

        reader.Json.Read();
        return new ReadOnlyCollection<string>(list);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, bool isCreation)
    {
        writer.WriteStartArray();
        foreach (string text in value)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}

/// <summary>Reads and writes the target of health checks, which is an address, or an object that also contains the configured address.</summary>
internal sealed class MagicTargetFormat(ModelFormat<CniMagicTarget> format) : ValueFormat<CniMagicTarget>
{
    private readonly ObjectFormat<CniMagicTarget> _object = new(format);

    public override CniMagicTarget Read(ref WireReader reader, Field field) =>
        reader.Json.TokenType == JsonTokenType.String ? new CniMagicTarget(reader.Text(isShared: false)) : _object.Read(ref reader, field);

    public override void Write(Utf8JsonWriter writer, CniMagicTarget value, bool isCreation) => _object.Write(writer, value, isCreation);
}

internal sealed class ObjectFormat<TModel>(ModelFormat<TModel> format) : ValueFormat<TModel>
    where TModel : CniModel
{
    public override TModel Read(ref WireReader reader, Field field)
    {
        try
        {
            return format.Read(ref reader);
        }
        catch (FieldException exception)
        {
            throw exception.Within(field.Name);
        }
    }

    public override void Write(Utf8JsonWriter writer, TModel value, bool isCreation) => format.Write(writer, value, isCreation);
}
