using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace CloudflareCni.Tests.Properties;

/// <summary>Compares JSON by its meaning, and plain .NET values with the JSON that they were read from.</summary>
internal static class PlainFields
{
    /// <summary>Asserts that two JSON texts have the same meaning.</summary>
    public static void AssertSame(JsonNode? expected, byte[] actual) =>
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(actual)), $"Expected: {expected?.ToJsonString()}\nActual: {JsonNode.Parse(actual)?.ToJsonString()}");

    /// <summary>Asserts that a model kept every unknown field of an object, and no others.</summary>
    public static void AssertKept(JsonElement source, string[] known, IReadOnlyDictionary<string, object?> kept)
    {
        JsonProperty[] unknown = source.EnumerateObject().Where(field => !known.Contains(field.Name)).ToArray();
        Assert.Equal(unknown.Select(field => field.Name).Order(StringComparer.Ordinal), kept.Keys.Order(StringComparer.Ordinal));
        foreach (JsonProperty field in unknown)
        {
            Assert.True(IsSame(field.Value, kept[field.Name]), $"{field.Name}: {field.Value.GetRawText()} became {kept[field.Name]}");
        }
    }

    /// <summary>Returns whether a plain value has the same meaning as the JSON.</summary>
    public static bool IsSame(JsonElement source, object? value) => source.ValueKind switch
    {
        JsonValueKind.Null => value is null,
        JsonValueKind.True => value is true,
        JsonValueKind.False => value is false,
        JsonValueKind.String => value is string text && text == source.GetString(),
        JsonValueKind.Number => IsNumber(source, value),
        JsonValueKind.Array => value is IReadOnlyList<object?> list
            && list.Count == source.GetArrayLength() && source.EnumerateArray().Zip(list).All(pair => IsSame(pair.First, pair.Second)),
        _ => value is IReadOnlyDictionary<string, object?> fields
            && fields.Count == source.EnumerateObject().Count()
            && source.EnumerateObject().All(field => fields.TryGetValue(field.Name, out object? one) && IsSame(field.Value, one)),
    };

    private static bool IsNumber(JsonElement source, object? value)
    {
        string? text = value switch
        {
            long or BigInteger or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
        {
            return false;
        }

        using var document = JsonDocument.Parse(text);
        return JsonElement.DeepEquals(source, document.RootElement);
    }
}
