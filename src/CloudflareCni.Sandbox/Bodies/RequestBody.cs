using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Bodies;

/// <summary>A request's JSON object. All errors in it are collected, so that one response reports all of them.</summary>
internal sealed class RequestBody
{
    private readonly JsonElement _object;
    private readonly List<string> _reasons = [];

    private RequestBody(JsonElement element)
    {
        _object = element;
    }

    public static RequestBody Parse(byte[] body)
    {
        JsonElement root;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            root = document.RootElement.Clone();
            DecodeAllText(root);
        }
        catch (JsonException exception)
        {
            throw ApiErrorException.BadRequest($"the body isn't valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
        }
        catch (InvalidOperationException)
        {
            throw ApiErrorException.BadRequest("the body contains text that isn't valid Unicode");
        }

        return root.ValueKind == JsonValueKind.Object ? new RequestBody(root) : throw ApiErrorException.BadRequest("the body must be a JSON object");
    }

    /// <summary>Checks the fields and collects what is wrong with them.</summary>
    public RequestBody Check(IEnumerable<BodyField> fields)
    {
        FieldRules.CheckFields(_object, string.Empty, fields, _reasons);
        return this;
    }

    public void Reject(string path, string reason) => _reasons.Add($"{path}: {reason}");

    /// <summary>Throws if anything is wrong.</summary>
    /// <exception cref="ApiErrorException">400, with every reason collected.</exception>
    public void ThrowIfRejected()
    {
        if (_reasons.Count > 0)
        {
            throw ApiErrorException.BadRequest(_reasons);
        }
    }

    /// <summary>Returns whether the body has the field, even if it's null.</summary>
    public bool Has(string field) => _object.TryGetProperty(field, out _);

    /// <summary>Gets the text of a field, by a path such as <c>magic.conduit_name</c>, or <see langword="null"/> if there is none.</summary>
    public string? Text(string path) => Find(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>Gets the number of a field, or <see langword="null"/> if there is none.</summary>
    public long? Integer(string path) => Find(path) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long number) ? number : null;

    /// <summary>Writes the object: declared fields in the order of their declarations, then all others, so that nothing is lost.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="fields">The declarations.</param>
    /// <param name="assigned">The values that replace those of the body.</param>
    public void WriteTo(Utf8JsonWriter writer, IReadOnlyList<BodyField> fields, IReadOnlyDictionary<string, string> assigned)
    {
        writer.WriteStartObject();
        foreach (BodyField field in fields)
        {
            if (assigned.TryGetValue(field.Name, out string? text))
            {
                writer.WriteString(field.Name, text);
            }
            else
            {
                WriteField(writer, _object, field);
            }
        }

        WriteUndeclared(writer, _object, fields);
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, JsonElement parent, BodyField field)
    {
        if (!parent.TryGetProperty(field.Name, out JsonElement value))
        {
            return;
        }

        if (field.Fields.Count == 0)
        {
            writer.WritePropertyName(field.Name);
            value.WriteTo(writer);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject(field.Name);
            foreach (BodyField nested in field.Fields)
            {
                WriteField(writer, value, nested);
            }

            WriteUndeclared(writer, value, field.Fields);
            writer.WriteEndObject();
        }
    }

    private static void WriteUndeclared(Utf8JsonWriter writer, JsonElement parent, IReadOnlyList<BodyField> fields)
    {
        foreach (JsonProperty property in parent.EnumerateObject().Where(property => fields.All(field => field.Name != property.Name)))
        {
            property.WriteTo(writer);
        }
    }

    private JsonElement? Find(string path)
    {
        JsonElement element = _object;
        foreach (string name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    // The parser doesn't decode text, so an unpaired surrogate would fail only later, when the text is first read.
    private static void DecodeAllText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    DecodeAllText(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    DecodeAllText(property.Value);
                }

                break;
        }
    }
}
