using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Finds the error messages in the body of a failed response, in any format.</summary>
internal static class ErrorBody
{
    private const int MaxErrors = 20;
    private const int MaxMessageLength = 500;
    private static readonly string[] MessageNames = ["message", "detail", "title", "error_description", "description", "reason", "msg"];

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body, or its beginning.</param>
    /// <param name="text">Cleans the messages.</param>
    /// <returns>The errors; empty if the body has none.</returns>
    public static IReadOnlyList<CniApiError> Read(ReadOnlyMemory<byte> body, PlainText text)
    {
        var errors = new List<(long? Code, string Message)>();

        // The JSON reader accepts invalid UTF-8 but fails to return it as text, so invalid bytes are replaced first.
        string words = Encoding.UTF8.GetString(WithoutMark(body).ToArray());
        try
        {
            using var document = JsonDocument.Parse(words);
            Collect(document.RootElement, errors);
        }
        catch (Exception exception) when (JsonBytes.IsUnreadable(exception))
        {
            errors.Clear();
            errors.Add((null, IsHtml(body.Span) ? PlainText.FromHtml(words) : words));
        }

        var cleaned = new List<CniApiError>();
        foreach ((long? code, string message) in errors)
        {
            var error = new CniApiError(code, text.Clean(message, MaxMessageLength));
            bool said = error.Message.Length > 0 || code is not null;
            if (said && cleaned.Count < MaxErrors && !cleaned.Exists(one => one.Code == error.Code && one.Message == error.Message))
            {
                cleaned.Add(error);
            }
        }

        return cleaned.AsReadOnly();
    }

    /// <summary>Determines whether a body looks like HTML or XML.</summary>
    public static bool IsHtml(ReadOnlySpan<byte> body) => JsonBytes.First(body) == (byte)'<';

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Slice(JsonBytes.ByteOrderMarkLength(body.Span));

    private static void Collect(JsonElement element, List<(long?, string)> errors)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                CollectObject(element, errors);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Collect(item, errors);
                }

                break;
            case JsonValueKind.String:
                errors.Add((null, Text(element)));
                break;
            case JsonValueKind.Number when element.TryGetInt64(out long code):
                errors.Add((code, ""));
                break;
        }
    }

    private static void CollectObject(JsonElement element, List<(long?, string)> errors)
    {
        int before = errors.Count;
        foreach (string name in new[] { "errors", "error" })
        {
            if (element.TryGetProperty(name, out JsonElement nested) && nested.ValueKind is not (JsonValueKind.Number or JsonValueKind.True))
            {
                CollectNested(nested, errors);
            }
        }

        if (errors.Count > before && Code(element) is null)
        {
            return;
        }

        if (Message(element) is { } message || Code(element) is not null)
        {
            errors.Insert(before, (Code(element), Message(element) ?? ""));
        }

        if (element.TryGetProperty("error_chain", out JsonElement chain))
        {
            Collect(chain, errors);
        }

        if (errors.Count == before && element.TryGetProperty("messages", out JsonElement messages))
        {
            Collect(messages, errors);
        }

        if (errors.Count == before && !IsEmptyEnvelope(element))
        {
            errors.Add((null, element.GetRawText()));
        }
    }

    private static void CollectNested(JsonElement nested, List<(long?, string)> errors)
    {
        if (nested.ValueKind == JsonValueKind.Object && Message(nested) is null && Code(nested) is null)
        {
            // Errors by field: {"mtu": ["is too large"]}.
            foreach (JsonProperty field in nested.EnumerateObject())
            {
                var words = new List<(long?, string)>();
                Collect(field.Value, words);
                foreach ((long? code, string message) in words)
                {
                    errors.Add((code, $"{field.Name}: {message}"));
                }
            }

            return;
        }

        Collect(nested, errors);
    }

    private static bool IsEmptyEnvelope(JsonElement element)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name is not ("success" or "errors" or "messages" or "result"))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Message(JsonElement element)
    {
        foreach (string name in MessageNames)
        {
            if (element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && Text(value).Length > 0)
            {
                return Text(value);
            }
        }

        return null;
    }

    private static long? Code(JsonElement element)
    {
        if (!element.TryGetProperty("code", out JsonElement value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out long code) => code,
            JsonValueKind.String when long.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out long code) => code,
            _ => null,
        };
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped unpaired surrogate, which .NET doesn't accept in a string.
            return element.GetRawText();
        }
    }
}
