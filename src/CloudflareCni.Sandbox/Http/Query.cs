using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareCni.Sandbox.Http;

/// <summary>The parameters of a query. If a parameter is repeated, its last value applies.</summary>
internal sealed class Query
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Query(string text)
    {
        foreach (string part in text.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=');
            string name = equals < 0 ? part : part.Substring(0, equals);
            _values[Decode(name)] = equals < 0 ? string.Empty : Decode(part.Substring(equals + 1));
        }
    }

    public string? Text(string name) => _values.TryGetValue(name, out string? value) ? value : null;

    /// <summary>Gets the 32-bit integer of a parameter, or <see langword="null"/> if the parameter is missing.</summary>
    /// <exception cref="ApiErrorException">400: the value isn't such an integer, or is less than the minimum.</exception>
    public int? Integer(string name, int min = int.MinValue)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= min
            ? value
            : throw ApiErrorException.BadRequest($"{name}: must be an integer from {min} to {int.MaxValue}");
    }

    public bool? Boolean(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw ApiErrorException.BadRequest($"{name}: must be true or false"),
    };

    public Guid? Uuid(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return Guid.TryParseExact(text, "D", out Guid value) ? value : throw ApiErrorException.BadRequest($"{name}: must be a UUID");
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
