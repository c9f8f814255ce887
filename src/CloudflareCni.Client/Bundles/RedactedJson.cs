using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Writes circuits as JSON for people, with the API's field names and without secrets.</summary>
/// <param name="redaction">Removes secrets.</param>
internal sealed class RedactedJson(Redaction redaction)
{
    // The JSON isn't part of a web page, so letters of all scripts don't need to be escaped.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a circuit.</summary>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="circuit">The circuit.</param>
    public void Write(Stream stream, CniCircuit circuit)
    {
        using var writer = new Utf8JsonWriter(stream, Options);
        writer.WriteStartObject();
        Write(writer, "interconnect", circuit.Interconnect);
        writer.WriteStartObject("status");
        Write(writer, "state", circuit.State);
        Write(writer, "reason", circuit.Reason);
        Write(writer, "read_at", Time(circuit.CheckedAt));
        writer.WriteEndObject();
        Write(writer, "device", circuit.Device);
        Write(writer, "dataplane", circuit.Dataplane);
        Write(writer, "created_on", Time(circuit.CreatedOn));
        Write(writer, "magic_match", circuit.MagicMatch?.ToString());
        Write(writer, "cnis", circuit.Cnis);
        Write(writer, "magic", circuit.Magic);
        Write(writer, "routes", circuit.Routes);
        writer.WriteEndObject();
    }

    /// <summary>Formats a time with its offset, like all times in the bundle.</summary>
    /// <param name="time">The local time, or <see langword="null"/> if unknown.</param>
    public static string? Time(DateTime? time) => time is null ? null : Time(new DateTimeOffset(time.Value));

    /// <summary>Formats a time with its offset, like all times in the bundle.</summary>
    /// <param name="time">The time.</param>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private void Write(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    private void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(redaction.Clean(text));
                break;
            case CniModel model:
                WriteFields(writer, model);
                break;
            case IEnumerable<KeyValuePair<string, object?>> fields:
                writer.WriteStartObject();
                WriteUnknown(writer, fields);
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
            case DateTime time:
                writer.WriteStringValue(Time((DateTime?)time));
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            default:
                PlainValue.Write(writer, value);
                break;
        }
    }

    private void WriteFields(Utf8JsonWriter writer, CniModel model)
    {
        writer.WriteStartObject();
        foreach (Field field in model.Schema.All)
        {
            if (field.GetValue(model) is { } value)
            {
                Write(writer, field.Name, field.Has(FieldRules.Secret) ? Redaction.Removed : value);
            }
        }

        WriteUnknown(writer, model.AdditionalProperties);
        writer.WriteEndObject();
    }

    private void WriteUnknown(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        foreach (KeyValuePair<string, object?> field in fields)
        {
            Write(writer, redaction.Clean(field.Key), field.Value is not null && Redaction.IsNamedLikeSecret(field.Key) ? Redaction.Removed : field.Value);
        }
    }
}
