using System;

namespace CloudflareCni.Configuration;

/// <summary>A field of a configuration file, made from the field that a model declares.</summary>
internal sealed class ConfigurationField
{
    /// <summary>Stands for the value of a field that isn't given.</summary>
    public static readonly object Absent = new();

    public ConfigurationField(Field field, ConfigurationField? parent, FieldTable? nested, int index)
    {
        Field = field;
        Parent = parent;
        Nested = nested;
        Index = index;
        Path = parent is null ? field.Name : $"{parent.Path}.{field.Name}";
        IsLabel = Path is "name" or "interconnect";
        IsSettable = field.Has(FieldRules.Settable) || (nested is not null && Contains(nested, FieldRules.Settable));
        IsRemovable = field.Has(FieldRules.NullIsSent) || (nested is not null && IsSettable && !field.Has(FieldRules.NotNull));
    }

    /// <summary>Gets what the model declares.</summary>
    public Field Field { get; }

    /// <summary>Gets the field that has this one in its object; null for a field of the object itself.</summary>
    public ConfigurationField? Parent { get; }

    /// <summary>Gets the fields of an object; null for a plain value. The value of such a field says only whether the object exists.</summary>
    public FieldTable? Nested { get; }

    /// <summary>Gets the place in its <see cref="ConfigurationShape"/>.</summary>
    public int Index { get; }

    /// <summary>Gets the name, such as <c>magic.mtu</c>.</summary>
    public string Path { get; }

    /// <summary>Gets a value indicating whether the field only shows which CNIs are on an interconnect. Cloudflare chooses the names of interconnects.</summary>
    public bool IsLabel { get; }

    /// <summary>Gets a value indicating whether Import-CniConfiguration can change the field.</summary>
    public bool IsSettable { get; }

    /// <summary>Gets a value indicating whether null in a file removes the value. Otherwise, null isn't a value, or the same as an empty one.</summary>
    public bool IsRemovable { get; }

    /// <summary>Gets the value in a model.</summary>
    /// <returns>The value; <see cref="Absent"/> if the object that would have the field doesn't exist.</returns>
    public object? GetValue(CniModel model)
    {
        if (Parent is null)
        {
            return Field.GetValue(model);
        }

        return Parent.GetValue(model) is CniModel owner ? Field.GetValue(owner) : Absent;
    }

    /// <summary>Determines whether two values mean the same.</summary>
    public bool IsSame(object? expected, object? actual)
    {
        // A null default ASN and Cloudflare's own are two ways to say the same.
        if (Field.Has(FieldRules.NullIsSent) && Field.ValueType == typeof(long?))
        {
            return ((long?)expected ?? AsnRules.Cloudflare) == ((long?)actual ?? AsnRules.Cloudflare);
        }

        return !IsSettable && expected is string text
            ? text.Equals(actual as string, StringComparison.OrdinalIgnoreCase)
            : Field.IsSame(expected, actual);
    }

    /// <summary>Determines whether a table has a field with a rule.</summary>
    public static bool Contains(FieldTable table, FieldRules rule)
    {
        foreach (Field field in table.All)
        {
            if (field.Has(rule))
            {
                return true;
            }
        }

        return false;
    }
}
