using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The data centre that a slot or a physical interconnect is in.</summary>
public sealed class CniFacility
{
    /// <summary>Makes a facility from the fields of the API.</summary>
    /// <param name="name">The facility's name.</param>
    /// <param name="address">The lines of its postal address.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
    public CniFacility(string name, IReadOnlyList<string> address, IReadOnlyDictionary<string, object?>? additionalProperties = null)
    {
        Name = name;
        Address = address;
        AdditionalProperties = CniFields.Of(additionalProperties);
    }

    /// <summary>The facility's name, such as <c>Equinix FR5</c>.</summary>
    public string Name { get; }

    /// <summary>The lines of the postal address.</summary>
    public IReadOnlyList<string> Address { get; }

    /// <summary>Fields that the API sent and this version does not know.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>The name, and the address behind it when there is one.</summary>
    /// <returns>One line, for views and CSV.</returns>
    public override string ToString() => Address.Count == 0 ? Name : $"{Name} ({string.Join(", ", Address)})";
}
