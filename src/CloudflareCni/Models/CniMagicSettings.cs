using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The properties of a CNI that Magic Transit and Magic WAN use.</summary>
public sealed class CniMagicSettings : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniMagicSettings> Table = new(static () => new CniMagicSettings())
    {
        {
            "conduit_name", magic => magic.ConduitName, (magic, value) => magic.ConduitName = value,
            FieldRules.Required | FieldRules.Settable, (parameter, value) => NameRules.CheckConduit(parameter, value)
        },
        { "mtu", magic => magic.Mtu, (magic, value) => magic.Mtu = value, FieldRules.Required | FieldRules.Settable, (parameter, value) => MtuRules.Check(parameter, value) },
        { "description", magic => magic.Description, (magic, value) => magic.Description = value, FieldRules.MayBeEmpty | FieldRules.Settable },
    };

    /// <summary>The settings of an object that has none.</summary>
    internal static readonly CniMagicSettings None = new();

    internal CniMagicSettings()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniMagicSettings"/> class.</summary>
    /// <param name="conduitName">The conduit's name.</param>
    /// <param name="description">A description; empty for none.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniMagicSettings(string conduitName, string description, int mtu, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        ConduitName = conduitName;
        Description = description;
        Mtu = mtu;
    }

    /// <summary>Gets the conduit's name, which identifies this CNI in Magic Transit and Magic WAN routes.</summary>
    public string ConduitName { get; internal set; } = "";

    /// <summary>Gets the description; can be empty.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>Gets the largest packet that the link carries from the customer, in bytes.</summary>
    public int Mtu { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the conduit's name and the MTU.</summary>
    /// <returns>One line, for views and CSV files.</returns>
    public override string ToString() => $"{ConduitName} (MTU {Mtu})";
}
