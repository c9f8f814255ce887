using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The base class of API objects: the fields that this version knows, and those that it doesn't know.</summary>
/// <remarks>
/// A model doesn't change after it is returned to a caller. Its properties are set only while it is read, or on a new copy.
/// </remarks>
public abstract class CniModel
{
    private protected CniModel(IReadOnlyDictionary<string, object?>? additionalProperties = null) => AdditionalProperties = CniFields.Of(additionalProperties);

    /// <summary>Gets the fields that the API sent and this version doesn't know. An update sends them back.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; internal set; }

    /// <summary>Gets the model's fields.</summary>
    internal abstract FieldTable Schema { get; }

    /// <summary>Creates a copy to change. It includes every member, also those that are added to the class later.</summary>
    internal CniModel Clone() => (CniModel)MemberwiseClone();
}

/// <summary>Copies models.</summary>
internal static class CniModelCopies
{
    /// <summary>Creates a copy to change. It includes every member, also those that are added to the class later.</summary>
    internal static T Copy<T>(this T model)
        where T : CniModel => (T)model.Clone();
}
