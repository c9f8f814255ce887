using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>Reads plain values of a file as the values that a model's fields have.</summary>
internal static class ConfigurationValues
{
    /// <summary>Reads a value that isn't null.</summary>
    /// <param name="field">What the model declares.</param>
    /// <param name="node">The value.</param>
    /// <param name="value">The value as the field has it.</param>
    /// <param name="problem">What is wrong, as a sentence; empty if nothing is.</param>
    /// <returns><c>true</c> if the value has the field's type; otherwise, <c>false</c>.</returns>
    public static bool TryRead(Field field, ConfigurationNode node, out object? value, out string problem)
    {
        (value, problem) = field.ValueType switch
        {
            Type type when type == typeof(string) => ReadText(node, field.Has(FieldRules.Secret)),
            Type type when type == typeof(int) => ReadInt32(node),
            Type type when type == typeof(long) || type == typeof(long?) => ReadAsn(node),
            Type type when type == typeof(Guid?) => ReadId(node),
            Type type when type == typeof(IReadOnlyList<string>) => ReadTexts(node),
            _ => throw new NotSupportedException(field.Name),
        };
        return value is not null;
    }

    private static (object? Value, string Problem) ReadText(ConfigurationNode node, bool isSecret) => node.Value is string text
        ? (text, "")
        : (null, isSecret ? "A key is text. Put it in quotes." : $"{Describe(node)} isn't text. Put it in quotes.");

    private static (object? Value, string Problem) ReadInt32(ConfigurationNode node)
    {
        bool isRead = WholeNumbers.TryRead(Plain(node), null, out long number, out string problem) && number is >= int.MinValue and <= int.MaxValue;
        return isRead ? ((int)number, "") : (null, problem.Length > 0 ? problem : $"{DisplayText.Number(number)} is out of range.");
    }

    private static (object? Value, string Problem) ReadAsn(ConfigurationNode node) =>
        AsnRules.TryRead(Plain(node), null, out long asn, out string problem) ? (asn, "") : (null, problem);

    private static (object? Value, string Problem) ReadId(ConfigurationNode node) => node.Value is string text && Guid.TryParse(text, out Guid id)
        ? (id, "")
        : (null, $"{Describe(node)} isn't a slot ID. A slot ID is a GUID, such as 3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93.");

    // PowerShell turns a list of one text into the text.
    private static (object? Value, string Problem) ReadTexts(ConfigurationNode node)
    {
        if (node.Value is string one)
        {
            return (new[] { one }, "");
        }

        if (node.Fields is not null || node.Items is not { } items)
        {
            return (null, $"{Describe(node)} isn't a list. Put the strings in square brackets.");
        }

        return items.FirstOrDefault(item => item.Value is not string) is { } wrong
            ? (null, $"{Describe(wrong)} isn't text. Put it in quotes.")
            : (items.Select(item => (string)item.Value!).ToArray(), "");
    }

    private static object? Plain(ConfigurationNode node) => node.Fields is null && node.Items is null ? node.Value : new object();

    private static string Describe(ConfigurationNode node) =>
        node.Fields is not null ? "An object" : node.Items is not null ? "A list" : WholeNumbers.Display(node.Value, null);
}
