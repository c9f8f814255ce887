using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareCni.Sandbox.Http;

/// <summary>The parameters of a query; of one given twice the last counts.</summary>
internal sealed class Query
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Query(string text)
    {
        foreach (string part in text.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=');
            string name = equals < 0 ? part : part.Substring(0, equals);
            _values[Decoded(name)] = equals < 0 ? string.Empty : Decoded(part.Substring(equals + 1));
        }
    }

    public string? Text(string name) => _values.TryGetValue(name, out string? value) ? value : null;

    /// <summary>The integer of that name, null when it is not there.</summary>
    public int? Whole(string name, int least)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least
            ? value
            : throw ApiProblem.BadRequest($"{name}: must be an integer from {least} to {int.MaxValue}");
    }

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw ApiProblem.BadRequest($"{name}: must be true or false"),
    };

    public Guid? Uuid(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return Guid.TryParseExact(text, "D", out Guid value) ? value : throw ApiProblem.BadRequest($"{name}: must be a UUID");
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
