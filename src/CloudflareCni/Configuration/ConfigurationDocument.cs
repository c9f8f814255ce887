using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>Links as a file describes them, or as an account has them.</summary>
internal sealed class ConfigurationDocument
{
    /// <summary>The version of the format that this version of the module reads and writes.</summary>
    public const long Format = 1;

    /// <summary>The file with the schema, in the module's folder.</summary>
    public const string SchemaFile = "cni-configuration.schema.json";

    private List<CniConfigurationFinding>? _findings;

    /// <summary>Gets the account ID; null if the file doesn't name one.</summary>
    public string? Account { get; init; }

    /// <summary>Gets a value indicating whether the file has a part of the account only, so that an interconnect that it doesn't have isn't a difference.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Gets the settings; null if the file doesn't have them.</summary>
    public ConfigurationObject? Settings { get; init; }

    /// <summary>Gets the interconnects; null if the file doesn't have them.</summary>
    public IReadOnlyList<ConfigurationObject>? Interconnects { get; init; }

    /// <summary>Gets the CNIs; null if the file doesn't have them.</summary>
    public IReadOnlyList<ConfigurationObject>? Cnis { get; init; }

    /// <summary>Gets the errors. With one, the document can't be used.</summary>
    public IReadOnlyList<CniConfigurationFinding> Errors { get; init; } = [];

    /// <summary>Gets the errors, and then the warnings.</summary>
    public IReadOnlyList<CniConfigurationFinding> Findings => _findings ??= FindAll();

    /// <summary>Gets or sets the path of the file; null if there is none.</summary>
    public string? Path { get; set; }

    /// <summary>Gets a value indicating whether the document can't be used.</summary>
    public bool HasErrors => Errors.Count > 0;

    /// <summary>Makes the document of an account.</summary>
    /// <param name="account">The account ID.</param>
    /// <param name="settings">The settings; null if they aren't wanted.</param>
    /// <param name="interconnects">The interconnects.</param>
    /// <param name="cnis">The CNIs.</param>
    /// <param name="isPartial">Whether that is a part of the account only.</param>
    /// <returns>The document, in the order in which it is written.</returns>
    public static ConfigurationDocument Of(
        string? account, CniSettings? settings, IEnumerable<CniInterconnect> interconnects, IEnumerable<Cni> cnis, bool isPartial = false) => new()
        {
            Account = account,
            IsPartial = isPartial,
            Settings = settings is null ? null : new ConfigurationObject(ConfigurationShape.Settings, settings),
            Interconnects = interconnects.Select(interconnect => new ConfigurationObject(ConfigurationShape.Interconnect, interconnect))
                .OrderBy(interconnect => interconnect.SlotId?.ToString("D") ?? "~", StringComparer.Ordinal)
                .ThenBy(interconnect => interconnect.Interconnect, StringComparer.Ordinal).ToList(),
            Cnis = cnis.Select(cni => new ConfigurationObject(ConfigurationShape.Cni, cni))
                .OrderBy(cni => cni.Interconnect, StringComparer.Ordinal)
                .ThenBy(cni => cni.ConduitName, StringComparer.Ordinal).ToList(),
        };

    /// <summary>Makes what is written: pairs of name and value for an object, a list for a list, and plain values.</summary>
    /// <param name="includesKeys">Whether MD5 keys are written; otherwise, the file says nothing of them.</param>
    public IReadOnlyList<KeyValuePair<string, object?>> ToPlain(bool includesKeys)
    {
        var plain = new List<KeyValuePair<string, object?>> { Pair("$schema", "./" + SchemaFile), Pair("format", Format) };
        if (Account is not null)
        {
            plain.Add(Pair("account", Account));
        }

        if (IsPartial)
        {
            plain.Add(Pair("partial", true));
        }

        if (Settings is not null)
        {
            plain.Add(Pair("settings", ToPlain(Settings, null, includesKeys)));
        }

        plain.Add(Pair("interconnects", ToPlain(Interconnects ?? [], includesKeys)));
        plain.Add(Pair("cnis", ToPlain(Cnis ?? [], includesKeys)));
        return plain;
    }

    private List<CniConfigurationFinding> FindAll()
    {
        List<CniConfigurationFinding> all = [.. Errors, .. ConfigurationWarnings.Find(this)];
        all.ForEach(finding => finding.Path = Path);
        return all;
    }

    private static List<object?> ToPlain(IReadOnlyList<ConfigurationObject> objects, bool includesKeys) =>
        objects.Select(one => (object?)ToPlain(one, null, includesKeys)).ToList();

    private static List<KeyValuePair<string, object?>> ToPlain(ConfigurationObject one, ConfigurationField? parent, bool includesKeys)
    {
        var plain = new List<KeyValuePair<string, object?>>();
        foreach (ConfigurationField field in one.Shape.In(parent))
        {
            object? value = one[field];
            if ((value is not null || field.IsRemovable) && (includesKeys || !field.Field.Has(FieldRules.Secret)))
            {
                plain.Add(Pair(field.Field.Name, field.Nested is not null && value is not null ? ToPlain(one, field, includesKeys) : value));
            }
        }

        return plain;
    }

    private static KeyValuePair<string, object?> Pair(string name, object? value) => new(name, value);
}
