using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>How Magic Transit and Magic WAN see a CNI.</summary>
public sealed class CniMagicSettings : CniModel
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniMagicSettings> Table = new(static () => new CniMagicSettings())
    {
        {
            "conduit_name", magic => magic.ConduitName, (magic, value) => magic.ConduitName = value,
            FieldRules.Required | FieldRules.Settable, (parameter, value) => NameRules.CheckConduit(parameter, value)
        },
        { "mtu", magic => magic.Mtu, (magic, value) => magic.Mtu = value, FieldRules.Required | FieldRules.Settable, (parameter, value) => MtuRules.Check(parameter, value) },
        { "description", magic => magic.Description, (magic, value) => magic.Description = value, FieldRules.MayBeEmpty | FieldRules.Settable },
    };

    /// <summary>What stands in an object that has none.</summary>
    internal static readonly CniMagicSettings None = new();

    internal CniMagicSettings()
    {
    }

    /// <summary>Makes the settings from the fields of the API.</summary>
    /// <param name="conduitName">The conduit's name.</param>
    /// <param name="description">A description; empty for none.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
    public CniMagicSettings(string conduitName, string description, int mtu, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        ConduitName = conduitName;
        Description = description;
        Mtu = mtu;
    }

    /// <summary>The conduit's name: what routes of Magic Transit and Magic WAN call this CNI.</summary>
    public string ConduitName { get; internal set; } = "";

    /// <summary>A description for people; may be empty.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>The largest packet that the link carries from the customer, in bytes.</summary>
    public int Mtu { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>The conduit's name and MTU.</summary>
    /// <returns>One line, for views and CSV.</returns>
    public override string ToString() => $"{ConduitName} (MTU {Mtu})";
}
