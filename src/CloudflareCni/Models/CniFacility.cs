using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The data center that a slot or a physical interconnect is in.</summary>
public sealed class CniFacility : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniFacility> Table = new(static () => new CniFacility(), isShared: true)
    {
        { "name", facility => facility.Name, (facility, value) => facility.Name = value, FieldRules.Required | FieldRules.Shared | FieldRules.Exported },
        { "address", facility => facility.Address, (facility, value) => facility.Address = value, FieldRules.Required | FieldRules.Shared | FieldRules.Exported },
    };

    /// <summary>The facility of an object that has none.</summary>
    internal static readonly CniFacility None = new();

    internal CniFacility()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniFacility"/> class.</summary>
    /// <param name="name">The facility's name.</param>
    /// <param name="address">The lines of its postal address.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniFacility(string name, IReadOnlyList<string> address, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        Name = name;
        Address = address;
    }

    /// <summary>Gets the facility's name, such as <c>Equinix FR5</c>.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Gets the lines of the postal address.</summary>
    public IReadOnlyList<string> Address { get; internal set; } = [];

    internal override FieldTable Schema => Table;

    /// <summary>Returns the name, followed by the address if there is one.</summary>
    /// <returns>One line, for views and CSV files.</returns>
    public override string ToString() => Address.Count == 0 ? Name : $"{Name} ({string.Join(", ", Address)})";
}
