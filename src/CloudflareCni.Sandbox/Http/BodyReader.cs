using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace CloudflareCni.Sandbox.Http;

/// <summary>
/// Reads a request's JSON object field by field and gathers what is wrong with it, so that one answer names all of it.
/// A reason names the field and never repeats its value.
/// </summary>
internal sealed class BodyReader
{
    private readonly JsonElement _object;
    private readonly string _path;
    private readonly List<string> _reasons;

    private BodyReader(JsonElement element, string path, List<string> reasons)
    {
        _object = element;
        _path = path;
        _reasons = reasons;
    }

    public static BodyReader Open(byte[] body)
    {
        JsonElement root;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            root = document.RootElement.Clone();
            ReadAllText(root);
        }
        catch (JsonException exception)
        {
            throw ApiProblem.BadRequest($"the body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
        }
        catch (InvalidOperationException)
        {
            throw ApiProblem.BadRequest("the body holds text that is not valid Unicode");
        }

        return root.ValueKind == JsonValueKind.Object ? new BodyReader(root, string.Empty, []) : throw ApiProblem.BadRequest("the body must be a JSON object");
    }

    /// <summary>Whether the field is there, be it as null.</summary>
    public bool Has(string field) => _object.TryGetProperty(field, out _);

    /// <summary>Writes the field as it came, when it is there.</summary>
    public void CopyTo(Utf8JsonWriter writer, string field)
    {
        if (_object.TryGetProperty(field, out JsonElement value))
        {
            writer.WritePropertyName(field);
            value.WriteTo(writer);
        }
    }

    /// <summary>The text of the field; null when it is missing, null or wrong (and then a reason is noted).</summary>
    public string? Text(string field, bool required = true)
    {
        if (!TryGet(field, required, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Reject(field, "must be a string");
        return null;
    }

    public long? Whole(string field, long least, long most, bool required = true)
    {
        if (!TryGet(field, required, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= least && number <= most)
        {
            return number;
        }

        Reject(field, $"must be an integer from {least} to {most}");
        return null;
    }

    public Guid? Uuid(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out Guid value))
        {
            return value;
        }

        Reject(field, "must be a UUID");
        return null;
    }

    public BodyReader? Object(string field, bool required = true)
    {
        if (!TryGet(field, required, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new BodyReader(value, Path(field) + ".", _reasons);
        }

        Reject(field, "must be an object");
        return null;
    }

    public IReadOnlyList<string>? Texts(string field)
    {
        if (!TryGet(field, required: true, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        }

        Reject(field, "must be an array of strings");
        return null;
    }

    /// <summary>The fields whose names are not among those given.</summary>
    public IEnumerable<JsonProperty> Others(params string[] known) =>
        _object.EnumerateObject().Where(property => Array.IndexOf(known, property.Name) < 0);

    public void Reject(string field, string reason) => _reasons.Add($"{Path(field)}: {reason}");

    /// <summary>What to throw for all the reasons noted.</summary>
    public ApiProblem Rejection() => ApiProblem.BadRequest(_reasons);

    /// <summary>What to throw for this reason and all those noted before.</summary>
    public ApiProblem Rejection(string field, string reason)
    {
        Reject(field, reason);
        return Rejection();
    }

    public void ThrowIfRejected()
    {
        if (_reasons.Count > 0)
        {
            throw Rejection();
        }
    }

    /// <summary>Every body repeats the account of the path.</summary>
    public void RequireAccount(string accountId)
    {
        if (Text("account") is { } account && account != accountId)
        {
            Reject("account", "must be the account in the path");
        }
    }

    private bool TryGet(string field, bool required, out JsonElement value)
    {
        if (_object.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null)
        {
            return true;
        }

        if (required)
        {
            Reject(field, "is required");
        }

        return false;
    }

    private string Path(string field) => _path + field;

    // The parser leaves text undecoded, so half a surrogate pair would surface only later, wherever the text is first read.
    private static void ReadAllText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    ReadAllText(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadAllText(property.Value);
                }

                break;
        }
    }
}
