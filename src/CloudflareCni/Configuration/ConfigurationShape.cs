using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>The fields that a configuration file has for one kind of object: those that a user sets, and those that say which object is meant.</summary>
internal sealed class ConfigurationShape
{
    public static readonly ConfigurationShape Settings = new(CniSettings.Table, "settings");
    public static readonly ConfigurationShape Interconnect = new(CniInterconnect.Table, "interconnect");
    public static readonly ConfigurationShape Cni = new(CloudflareCni.Cni.Table, "CNI");

    private readonly List<ConfigurationField> _fields = [];
    private readonly Dictionary<string, ConfigurationField> _byPath;
    private readonly ConfigurationField[] _top;
    private readonly Dictionary<ConfigurationField, ConfigurationField[]> _nested;

    private ConfigurationShape(FieldTable table, string what)
    {
        What = what;
        Add(table, parent: null);
        _byPath = _fields.ToDictionary(field => field.Path, StringComparer.Ordinal);
        _top = _fields.Where(field => field.Parent is null).ToArray();
        _nested = _fields.Where(field => field.Nested is not null).ToDictionary(field => field, field => _fields.Where(inner => inner.Parent == field).ToArray());
    }

    /// <summary>Gets what the object is called in messages.</summary>
    public string What { get; }

    /// <summary>Gets the fields in the order in which they are written. An object's own fields follow it.</summary>
    public IReadOnlyList<ConfigurationField> Fields => _fields;

    public ConfigurationField this[string path] => _byPath[path];

    /// <summary>Gets the fields of an object, or of the whole.</summary>
    /// <param name="parent">The object's field; null for the whole.</param>
    public IReadOnlyList<ConfigurationField> In(ConfigurationField? parent) => parent is null ? _top : _nested[parent];

    private static FieldTable? NestedOf(Type type) =>
        type == typeof(CniMagicSettings) ? CniMagicSettings.Table
        : type == typeof(CniBgp) ? CniBgp.Table
        : type == typeof(CniFacility) ? CniFacility.Table
        : null;

    private void Add(FieldTable table, ConfigurationField? parent)
    {
        foreach (Field field in table.All)
        {
            FieldTable? nested = NestedOf(field.ValueType);
            if (nested is null && !field.Has(FieldRules.Settable | FieldRules.Exported))
            {
                continue;
            }

            var added = new ConfigurationField(field, parent, nested, _fields.Count);
            _fields.Add(added);
            if (nested is not null)
            {
                Add(nested, added);
            }
        }
    }
}
