using System.Collections.Generic;

namespace CloudflareCni.Configuration;

/// <summary>Compares objects field by field. What a configuration doesn't give isn't compared.</summary>
internal static class ConfigurationComparison
{
    /// <summary>Finds the fields in which an object differs from the one expected.</summary>
    /// <param name="target">The object's name.</param>
    /// <param name="expected">The object of the configuration.</param>
    /// <param name="actual">The object of the account, or of the reference file.</param>
    public static List<CniConfigurationDifference> Between(string target, ConfigurationObject expected, ConfigurationObject actual)
    {
        var differences = new List<CniConfigurationDifference>();
        foreach (ConfigurationField field in expected.Shape.Fields)
        {
            if (!IsCompared(expected, field))
            {
                continue;
            }

            object? wanted = expected[field];
            object? found = actual.Has(field) ? actual[field] : null;
            if (field.Nested is not null)
            {
                if (wanted is null && found is not null)
                {
                    differences.Add(Difference(target, field, expected, null, found is CniModel ? found.ToString() : "(an object)", CniConfigurationAction.Change));
                }
            }
            else if (field.IsSettable ? !field.IsSame(wanted, found) || IsUnknown(actual, field) : !field.IsSame(wanted, found) && IsShown(found))
            {
                differences.Add(field.IsSettable
                    ? Difference(target, field, expected, wanted, found, CniConfigurationAction.Change)
                    : Difference(target, field, expected, wanted, found, CniConfigurationAction.None, "Only Cloudflare can change this field. Export the configuration again, or remove the field."));
            }
        }

        return differences;
    }

    /// <summary>Lists what a new object has.</summary>
    /// <param name="target">The object's name.</param>
    /// <param name="expected">The object of the configuration.</param>
    /// <param name="action">What is done about it.</param>
    /// <param name="reason">What to say.</param>
    public static List<CniConfigurationDifference> Of(string target, ConfigurationObject expected, CniConfigurationAction action, string? reason = null)
    {
        var differences = new List<CniConfigurationDifference>();
        foreach (ConfigurationField field in expected.Shape.Fields)
        {
            if (field.Nested is null && IsCompared(expected, field) && expected[field] is { } value and not "" and not IReadOnlyCollection<string> { Count: 0 })
            {
                differences.Add(Difference(target, field, expected, value, null, action, reason));
            }
        }

        return differences;
    }

    private static bool IsCompared(ConfigurationObject expected, ConfigurationField field) => expected.Has(field) && !field.IsLabel;

    // A file without MD5 keys doesn't say that there are none.
    private static bool IsUnknown(ConfigurationObject actual, ConfigurationField field) =>
        actual.Model is null && field.Field.Has(FieldRules.Secret) && !actual.Has(field) && actual[actual.Shape["bgp"]] is not null;

    private static bool IsShown(object? value) => value is not (null or "" or IReadOnlyCollection<string> { Count: 0 });

    private static CniConfigurationDifference Difference(
        string target, ConfigurationField field, ConfigurationObject expected, object? wanted, object? found, CniConfigurationAction action, string? reason = null)
    {
        ConfigurationNode? node = expected.NodeOf(field);
        CniFieldChange shown = field.Field.Change(found, wanted);
        return new CniConfigurationDifference
        {
            Object = target,
            Field = field.Path,
            Expected = shown.To,
            Actual = shown.From,
            Action = action,
            Reason = reason,
            Pointer = node?.Pointer ?? "",
            Line = node?.Line,
        };
    }
}
