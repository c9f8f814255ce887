using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>What every object of the API is: the fields that this version knows, and those that it doesn't.</summary>
/// <remarks>
/// A model doesn't change once it was handed out. Its properties are set where it is read, or on a copy that nobody else has yet.
/// </remarks>
public abstract class CniModel
{
    private protected CniModel(IReadOnlyDictionary<string, object?>? additionalProperties = null) => AdditionalProperties = CniFields.Of(additionalProperties);

    /// <summary>Gets the fields that the API sent and this version doesn't know. An update sends them back.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; internal set; }

    /// <summary>Gets the model's fields.</summary>
    internal abstract FieldTable Schema { get; }

    /// <summary>Makes a copy to change: it has everything that this object has, whatever is added to the class.</summary>
    internal CniModel Clone() => (CniModel)MemberwiseClone();
}

/// <summary>Copies of models.</summary>
internal static class CniModelCopies
{
    /// <summary>Makes a copy to change: it has everything that the model has, whatever is added to its class.</summary>
    internal static T Copy<T>(this T model)
        where T : CniModel => (T)model.Clone();
}
