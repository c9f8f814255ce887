using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Converts JSON values to plain .NET values and back, without loss. See <see cref="CniFields"/>.</summary>
internal static class PlainValue
{
    // More than any protocol uses. The time to parse a number grows with the square of its length.
    private const int MaxDigits = 1000;

    /// <summary>Reads the value at the reader's position.</summary>
    public static object? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.StartArray:
                return ReadList(ref reader);
            default:
                return ReadObject(ref reader);
        }
    }

    /// <summary>Writes a value.</summary>
    /// <exception cref="CniArgumentException">The value can't be written as JSON.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case BigInteger whole:
                writer.WriteRawValue(whole.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                writer.WriteNumberValue(number);
                break;
            case float number when !float.IsNaN(number) && !float.IsInfinity(number):
                writer.WriteNumberValue(number);
                break;
            case ulong whole:
                writer.WriteNumberValue(whole);
                break;
            case long or int or short or sbyte or byte or ushort or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable<KeyValuePair<string, object?>> fields:
                writer.WriteStartObject();
                WriteFields(writer, fields);
                writer.WriteEndObject();
                break;
            case IDictionary fields:
                writer.WriteStartObject();
                foreach (DictionaryEntry field in fields)
                {
                    writer.WritePropertyName(Convert.ToString(field.Key, CultureInfo.InvariantCulture)!);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (object? item in list)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new CniArgumentException(
                    "AdditionalProperties", $"AdditionalProperties contains a value of type {value.GetType().Name}, which can't be written as JSON. Use strings, numbers, true or false, lists or dictionaries.");
        }
    }

    /// <summary>Writes fields to the current object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="fields">The fields.</param>
    private static void WriteFields(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        foreach (KeyValuePair<string, object?> field in fields)
        {
            writer.WritePropertyName(field.Key);
            Write(writer, field.Value);
        }
    }

    private static ReadOnlyCollection<object?> ReadList(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return items.AsReadOnly();
    }

    private static ReadOnlyDictionary<string, object?> ReadObject(ref Utf8JsonReader reader)
    {
        var fields = new Dictionary<string, object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            fields[name] = Read(ref reader);
        }

        return new ReadOnlyDictionary<string, object?>(fields);
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out long whole))
        {
            return whole;
        }

        if (reader.ValueSpan.Length > MaxDigits)
        {
            throw new FieldException("", $"is a number with more than {MaxDigits} characters");
        }

        string text = Encoding.ASCII.GetString(reader.ValueSpan.ToArray());
        if (text.IndexOfAny(['.', 'e', 'E']) < 0)
        {
            return BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        // decimal silently rounds what it can't represent.
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact)
            && Normalize(exact.ToString(CultureInfo.InvariantCulture)) == Normalize(text))
        {
            return exact;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double near) && !double.IsInfinity(near)
            ? near
            : throw new FieldException("", "is a number that is out of range");
    }

    // The same for two representations of the same number: its digits, and the power of ten of the last digit.
    private static (string Digits, long Power)? Normalize(string text)
    {
        int mark = text.IndexOfAny(['e', 'E']);
        string mantissa = mark < 0 ? text : text.Substring(0, mark);
        int exponent = 0;
        if (mark >= 0 && !int.TryParse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        int point = mantissa.IndexOf('.');
        int fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = mantissa.Replace(".", "").TrimStart('-', '0');
        string significant = digits.TrimEnd('0');
        return significant.Length == 0 ? ("", 0) : (significant, (long)exponent - fraction + digits.Length - significant.Length);
    }
}
