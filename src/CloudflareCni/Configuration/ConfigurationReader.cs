using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>Reads a configuration, and finds all of its errors at once.</summary>
internal sealed class ConfigurationReader
{
    private const string Note = "note";
    private const string PairingKey = "pairing_key";
    private const string PairingKeyHash = "pairing_key_sha256";

    private static readonly string[] Top = ["$schema", "format", "account", "partial", "settings", "interconnects", "cnis", Note];

    private readonly ConfigurationFindings _findings = new();

    /// <summary>Reads a configuration and checks it.</summary>
    /// <param name="root">The whole.</param>
    /// <returns>The document, with all errors in it.</returns>
    public static ConfigurationDocument Read(ConfigurationNode root) => new ConfigurationReader().ReadRoot(root);

    private ConfigurationDocument ReadRoot(ConfigurationNode root)
    {
        if (root.Fields is null)
        {
            _findings.Error(ConfigurationRule.Type, root, "A configuration must be an object with the fields format, settings, interconnects and cnis.");
            return new ConfigurationDocument { Errors = _findings.All };
        }

        CheckNames(root, Top, "the configuration");
        CheckFormat(root);
        ConfigurationNode? settings = root.Find("settings");
        var document = new ConfigurationDocument
        {
            Account = ReadAccount(root.Find("account")),
            IsPartial = ReadPartial(root.Find("partial")),
            Settings = settings is null ? null : ReadObject(settings, ConfigurationShape.Settings),
            Interconnects = ReadList(root.Find("interconnects"), ReadInterconnect),
            Cnis = ReadList(root.Find("cnis"), ReadCni),
        };
        ConfigurationChecks.Check(document, _findings);
        return new ConfigurationDocument
        {
            Account = document.Account,
            IsPartial = document.IsPartial,
            Settings = document.Settings,
            Interconnects = document.Interconnects,
            Cnis = document.Cnis,
            Errors = _findings.All,
        };
    }

    private void CheckFormat(ConfigurationNode root)
    {
        ConfigurationNode? format = root.Find("format");
        if (format is null)
        {
            _findings.Error(ConfigurationRule.Format, root, $"The format is missing. Add \"format\": {DisplayText.Number(ConfigurationDocument.Format)}.");
        }
        else if (!WholeNumbers.TryRead(format.Value, null, out long number, out _) || number != ConfigurationDocument.Format)
        {
            _findings.Error(
                ConfigurationRule.Format,
                format,
                $"This version of the module reads only format {DisplayText.Number(ConfigurationDocument.Format)}. Use the version that wrote the file, or a newer one.");
        }
    }

    private string? ReadAccount(ConfigurationNode? node)
    {
        string? account = node is null ? null : Check(ConfigurationRule.Value, node, () => node.Value is string text
            ? NameRules.CheckAccountId("account", text)
            : throw new CniArgumentException("account", "An account ID is text. Put it in quotes."));
        return account;
    }

    private bool ReadPartial(ConfigurationNode? node)
    {
        if (node is not (null or { Value: bool }))
        {
            _findings.Error(ConfigurationRule.Type, node, "partial must be true or false.");
        }

        return node?.Value is true;
    }

    private List<ConfigurationObject>? ReadList(ConfigurationNode? node, Func<ConfigurationNode, ConfigurationObject> read)
    {
        if (node is null)
        {
            return null;
        }

        if (node.Fields is null && node.Items is { } items)
        {
            return items.Select(read).ToList();
        }

        // PowerShell turns a list of one item into the item.
        if (node.Fields is not null && node.Line is null)
        {
            return [read(node)];
        }

        _findings.Error(ConfigurationRule.Type, node, "This must be a list of objects, in square brackets. To leave the objects unchanged, leave out the list.");
        return null;
    }

    private ConfigurationObject ReadInterconnect(ConfigurationNode node)
    {
        ConfigurationObject read = ReadObject(node, ConfigurationShape.Interconnect, PairingKey, PairingKeyHash);
        read.PairingKey = node.Find(PairingKey) is { Value: not null } key
            ? Check(ConfigurationRule.Value, key, () => PairingKeyRules.Check(PairingKey, key.Value as string)) : null;
        read.PairingKeyHash = node.Find(PairingKeyHash) is { Value: not null } hash
            ? Check(ConfigurationRule.Value, hash, () => PairingKeyHashes.Check(PairingKeyHash, hash.Value as string)) : null;
        Require(read, "name");
        return read;
    }

    private ConfigurationObject ReadCni(ConfigurationNode node)
    {
        ConfigurationObject read = ReadObject(node, ConfigurationShape.Cni);
        Require(read, "interconnect");
        Require(read, "magic.conduit_name");
        return read;
    }

    private void Require(ConfigurationObject read, string path)
    {
        ConfigurationField field = read.Shape[path];
        if (read.Node!.Fields is not null && !read.Has(field) && (field.Parent is null || read.NodeOf(field.Parent)?.Fields is not null))
        {
            ConfigurationNode? node = read.NodeOf(field);
            if (node?.Find(field.Field.Name) is null)
            {
                _findings.Error(ConfigurationRule.Required, node, $"{path} is missing. Each {read.Shape.What} needs it.");
            }
        }
    }

    private ConfigurationObject ReadObject(ConfigurationNode node, ConfigurationShape shape, params string[] others)
    {
        var read = new ConfigurationObject(shape, node);
        ReadFields(read, node, parent: null, others);
        return read;
    }

    private void ReadFields(ConfigurationObject read, ConfigurationNode node, ConfigurationField? parent, params string[] others)
    {
        if (node.Fields is null)
        {
            _findings.Error(ConfigurationRule.Type, node, $"{parent?.Path ?? $"A {read.Shape.What}"} must be an object, in braces.");
            return;
        }

        IReadOnlyList<ConfigurationField> fields = read.Shape.In(parent);
        if (!AreKnown(node, fields))
        {
            CheckNames(node, fields.Select(field => field.Field.Name).Concat(others).Append(Note), parent?.Path ?? $"this {read.Shape.What}");
        }

        foreach (ConfigurationField field in fields)
        {
            if (node.Find(field.Field.Name) is { } value)
            {
                ReadField(read, field, value);
            }
        }
    }

    private void ReadField(ConfigurationObject read, ConfigurationField field, ConfigurationNode node)
    {
        if (node.Value is null)
        {
            read[field] = ReadNull(field, node);
        }
        else if (field.Nested is not null)
        {
            read[field] = node;
            ReadFields(read, node, field);
        }
        else if (ConfigurationValues.TryRead(field.Field, node, out object? value, out string problem))
        {
            read[field] = Checked(field, node, value!);
        }
        else
        {
            _findings.Error(ConfigurationRule.Type, node, $"{field.Path}: {problem}");
        }
    }

    private object Checked(ConfigurationField field, ConfigurationNode node, object value)
    {
        try
        {
            CheckValue(field, value);
            return value;
        }
        catch (CniArgumentException problem)
        {
            _findings.Error(ConfigurationRule.Value, node, problem.Message);
            return ConfigurationField.Absent;
        }
    }

    // Null removes what can be removed, and clears a text or a list. What only describes an object is left out.
    private object? ReadNull(ConfigurationField field, ConfigurationNode node)
    {
        if (!field.IsSettable && field.Field.Name is not ("name" or "interconnect"))
        {
            return ConfigurationField.Absent;
        }

        if (field.IsRemovable)
        {
            return null;
        }

        if (field.Field.ValueType == typeof(IReadOnlyList<string>))
        {
            return Array.Empty<string>();
        }

        if (field.Field.Has(FieldRules.MayBeEmpty))
        {
            return "";
        }

        _findings.Error(ConfigurationRule.Null, node, $"{field.Path} can't be removed. Use a value, or leave out the field to keep its value.");
        return ConfigurationField.Absent;
    }

    private static void CheckValue(ConfigurationField field, object value)
    {
        if (field.Field.Has(FieldRules.Settable))
        {
            field.Field.Check(value);
        }
        else if (field.Path is "name" or "interconnect")
        {
            NameRules.CheckInterconnect(field.Path, (string)value);
        }
    }

    // In an export, each field occurs once and in the order of the table. This finds quickly that an object has no wrong names.
    private static bool AreKnown(ConfigurationNode node, IReadOnlyList<ConfigurationField> fields)
    {
        int next = 0;
        foreach (KeyValuePair<string, ConfigurationNode> given in node.Fields!)
        {
            while (next < fields.Count && fields[next].Field.Name != given.Key)
            {
                next++;
            }

            if (next++ >= fields.Count)
            {
                return false;
            }
        }

        return true;
    }

    private void CheckNames(ConfigurationNode node, IEnumerable<string> known, string where)
    {
        var names = new List<string>(known);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, ConfigurationNode> field in node.Fields!)
        {
            if (!names.Contains(field.Key))
            {
                _findings.Error(
                    ConfigurationRule.UnknownField,
                    field.Value,
                    $"{DisplayText.Quote(field.Key)} isn't a field of {where}. The fields are {string.Join(", ", names)}.");
            }
            else if (!seen.Add(field.Key))
            {
                _findings.Error(ConfigurationRule.DuplicateField, field.Value, $"{field.Key} occurs twice. Remove one of them.");
            }
        }
    }

    private T? Check<T>(ConfigurationRule rule, ConfigurationNode node, Func<T> check)
        where T : class?
    {
        try
        {
            return check();
        }
        catch (CniArgumentException problem)
        {
            _findings.Error(rule, node, problem.Message);
            return null;
        }
    }
}
