using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>How Magic Transit and Magic WAN see a CNI.</summary>
public sealed class CniMagicSettings
{
    /// <summary>Makes the settings from the fields of the API.</summary>
    /// <param name="conduitName">The conduit's name.</param>
    /// <param name="description">A description; empty for none.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
    public CniMagicSettings(string conduitName, string description, int mtu, IReadOnlyDictionary<string, object?>? additionalProperties = null)
    {
        ConduitName = conduitName;
        Description = description;
        Mtu = mtu;
        AdditionalProperties = CniFields.Of(additionalProperties);
    }

    /// <summary>The conduit's name: what routes of Magic Transit and Magic WAN call this CNI.</summary>
    public string ConduitName { get; }

    /// <summary>A description for people; may be empty.</summary>
    public string Description { get; }

    /// <summary>The largest packet that the link carries from the customer, in bytes.</summary>
    public int Mtu { get; }

    /// <summary>Fields that the API sent and this version does not know.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>The conduit's name and MTU.</summary>
    /// <returns>One line, for views and CSV.</returns>
    public override string ToString() => $"{ConduitName} (MTU {Mtu})";
}
