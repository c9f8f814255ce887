using System;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>An object of a configuration: of a file, or of an account.</summary>
internal sealed class ConfigurationObject
{
    private readonly object?[] _values;

    /// <summary>Initializes a new instance of the <see cref="ConfigurationObject"/> class, of a file.</summary>
    public ConfigurationObject(ConfigurationShape shape, ConfigurationNode node)
    {
        Shape = shape;
        Node = node;
        _values = new object?[shape.Fields.Count];
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = ConfigurationField.Absent;
        }
    }

    /// <summary>Initializes a new instance of the <see cref="ConfigurationObject"/> class, of an account.</summary>
    public ConfigurationObject(ConfigurationShape shape, CniModel model)
    {
        Shape = shape;
        Model = model;
        _values = new object?[shape.Fields.Count];
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = shape.Fields[i].GetValue(model);
        }
    }

    public ConfigurationShape Shape { get; }

    /// <summary>Gets where the object is in a file; null if it is of an account.</summary>
    public ConfigurationNode? Node { get; }

    /// <summary>Gets the object of the account; null if it is of a file.</summary>
    public CniModel? Model { get; }

    /// <summary>Gets or sets the pairing key of a GCP partner interconnect, which nothing shows or writes; null if it isn't known.</summary>
    public string? PairingKey { get; set; }

    /// <summary>Gets or sets the hash of the pairing key, in lower case; null if it isn't known.</summary>
    public string? PairingKeyHash { get; set; }

    /// <summary>Gets the name of the interconnect, or of the interconnect that hosts the CNI; empty if it isn't given.</summary>
    public string Interconnect => Text(Shape == ConfigurationShape.Cni ? "interconnect" : "name");

    /// <summary>Gets the conduit name of a CNI; empty if it isn't given.</summary>
    public string ConduitName => Text("magic.conduit_name");

    /// <summary>Gets the ID of the slot of an interconnect; null if it has none.</summary>
    public Guid? SlotId => this["slot_id"] as Guid?;

    /// <summary>Gets a value indicating whether the object is an interconnect with a pairing key.</summary>
    public bool IsGcpPartner => SlotId is null
        && (PairingKey is not null || PairingKeyHash is not null || Text("type").IndexOf("gcp", StringComparison.OrdinalIgnoreCase) >= 0
            || (Text("region").Length > 0 && Text("type").Length == 0));

    /// <summary>Gets a value indicating whether the object is an interconnect whose order needs a slot.</summary>
    public bool NeedsSlot => SlotId is null && !IsGcpPartner
        && (Text("type").Length == 0 || Text("type").Equals(CniPhysicalInterconnectCreation.DefaultType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets what an interconnect is, as far as it matters for an MTU.</summary>
    public CniInterconnectKind Kind =>
        SlotId is not null ? CniInterconnectKind.Physical : IsGcpPartner ? CniInterconnectKind.GcpPartner : CniInterconnectKind.Other;

    public object? this[ConfigurationField field]
    {
        get => _values[field.Index];
        set => _values[field.Index] = value;
    }

    /// <summary>Gets the value of a field; null if it isn't given.</summary>
    public object? this[string path] => this[Shape[path]] is { } value && value != ConfigurationField.Absent ? value : null;

    /// <summary>Determines whether a field is given, be it as null.</summary>
    public bool Has(ConfigurationField field) => _values[field.Index] != ConfigurationField.Absent;

    /// <summary>Gets a text; empty if it isn't given.</summary>
    public string Text(string path) => this[path] as string ?? "";

    /// <summary>Gets the place of a field in the file; that of the object if the field isn't given; null if there is no file.</summary>
    public ConfigurationNode? NodeOf(ConfigurationField field)
    {
        ConfigurationNode? owner = field.Parent is null ? Node : NodeOf(field.Parent);
        return owner?.Find(field.Field.Name) ?? owner;
    }

    /// <summary>Makes the object as it is expected: everything that the account has, with the fields that the file gives.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="current">The object as it is, or one with defaults for a new one.</param>
    /// <returns>A copy. Fields that aren't given, and those that this version doesn't know, are as they were.</returns>
    public T ApplyTo<T>(T current)
        where T : CniModel
    {
        T updated = current.Copy();
        Apply(updated, parent: null, field => field.IsSettable);
        return updated;
    }

    /// <summary>Makes a model with all that the configuration gives, what Cloudflare decides included.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="blank">A model with defaults.</param>
    public T ToModel<T>(T blank)
        where T : CniModel
    {
        Apply(blank, parent: null, _ => true);
        return blank;
    }

    private void Apply(CniModel owner, ConfigurationField? parent, Func<ConfigurationField, bool> isWanted)
    {
        foreach (ConfigurationField field in Shape.In(parent).Where(field => isWanted(field) && Has(field)))
        {
            object? value = this[field];
            if (field.Nested is { } nested && value is not null)
            {
                CniModel inner = (field.Field.GetValue(owner) as CniModel)?.Clone() ?? nested.CreateModel();
                Apply(inner, field, isWanted);
                value = inner;
            }

            field.Field.SetValue(owner, value);
        }
    }
}
