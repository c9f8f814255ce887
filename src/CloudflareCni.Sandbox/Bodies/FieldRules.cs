using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Bodies;

/// <summary>The rules that fields are declared with. A reason names the field and never repeats its value.</summary>
internal static class FieldRules
{
    public static readonly FieldRule Text = TextThat(_ => null);

    public static readonly FieldRule NonEmptyText = TextThat(text => string.IsNullOrWhiteSpace(text) ? "must not be empty" : null);

    public static readonly FieldRule Uuid = TextThat(text => Guid.TryParseExact(text, "D", out _) ? null : "must be a UUID");

    public static readonly FieldRule Ipv4Address = TextThat(text =>
        Ipv4Prefix.TryParse(text, out _) ? null : "must be an IPv4 address with its prefix length, such as 192.168.3.4/31");

    public static readonly FieldRule Md5Key = TextThat(text =>
        text.Length > 0 && text.All(letter => letter is >= ' ' and <= '~' and not ('"' or '?'))
            ? null
            : "must have 1 or more characters from U+0020 to U+007E, except the quotation mark and the question mark");

    /// <summary>Creates a rule for text.</summary>
    /// <param name="reason">Returns what is wrong with the text, or <see langword="null"/> if nothing is.</param>
    public static FieldRule TextThat(Func<string, string?> reason) => (value, path, reasons) =>
    {
        string? wrong = value.ValueKind == JsonValueKind.String ? reason(value.GetString()!) : "must be a string";
        if (wrong is not null)
        {
            reasons.Add($"{path}: {wrong}");
        }
    };

    /// <summary>Creates a rule for text that must equal the specified text.</summary>
    public static FieldRule EqualTo(string expected, string otherwise) => TextThat(text => text == expected ? null : otherwise);

    /// <summary>Creates the rule for the account, which every body repeats from the path.</summary>
    public static FieldRule Account(AccountWorld world) => EqualTo(world.Account.Id, "must be the account in the path");

    public static FieldRule OneOf(params string[] values) => TextThat(text =>
        values.Contains(text) ? null : $"must be {(values.Length == 2 ? string.Join(" or ", values) : $"one of {string.Join(", ", values)}")}");

    public static FieldRule Integer(long min, long max) => (value, path, reasons) =>
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out long number) || number < min || number > max)
        {
            reasons.Add($"{path}: must be an integer from {min} to {max}");
        }
    };

    public static FieldRule Object(IReadOnlyList<BodyField> fields) => (value, path, reasons) =>
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckFields(value, path + ".", fields, reasons);
        }
        else
        {
            reasons.Add($"{path}: must be an object");
        }
    };

    public static void Ipv4Prefixes(JsonElement value, string path, ICollection<string> reasons)
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            reasons.Add($"{path}: must be an array of strings");
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (!Ipv4Prefix.TryParse(item.GetString()!, out _))
            {
                reasons.Add($"{path}[{index}]: must be an IPv4 prefix, such as 100.96.0.0/12");
            }

            index++;
        }
    }

    /// <summary>Checks the fields of an object.</summary>
    /// <param name="element">The object.</param>
    /// <param name="prefix">The start of the path of each field.</param>
    /// <param name="fields">The declarations.</param>
    /// <param name="reasons">Receives what is wrong.</param>
    public static void CheckFields(JsonElement element, string prefix, IEnumerable<BodyField> fields, ICollection<string> reasons)
    {
        foreach (BodyField field in fields)
        {
            if (element.TryGetProperty(field.Name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
            {
                field.Rule(value, prefix + field.Name, reasons);
            }
            else if (field.IsRequired)
            {
                reasons.Add($"{prefix}{field.Name}: is required");
            }
        }
    }
}
