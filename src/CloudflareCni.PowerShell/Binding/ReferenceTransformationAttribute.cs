using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Turns what names a resource into a reference, and leaves alone what does not, so that it fails to bind.</summary>
/// <remarks>
/// A parameter that binds by property name takes an <c>Id</c> from whatever has one: a CNI's ID would pass for a slot's. A transformation
/// sees the whole pipeline object, and the engine runs it before it tries properties, so that only the right resource binds.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class ReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Whether only an object of the model, or its copy, counts. Set where text from the pipeline means another parameter; as an argument
    /// text still converts, by the reference's own constructor.
    /// </summary>
    public bool ModelOnly { get; set; }

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            IList list => list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray(),
            null => null,
            PSCustomObject => FromRow((PSObject)inputData!) ?? inputData,
            string or Guid when ModelOnly => inputData,
            _ => FromValue(value) ?? inputData,
        };
    }

    private object? FromRow(PSObject row)
    {
        string? model = Row.Model(row);
        return model is null && ModelOnly ? null : FromRow(row, model);
    }

    /// <summary>The reference that a .NET value stands for; null when it stands for none.</summary>
    private protected abstract object? FromValue(object value);

    /// <summary>The reference that a row stands for; null when it stands for none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="model">The model that the row is a copy of; null when it says nothing of its origin.</param>
    private protected abstract object? FromRow(PSObject row, string? model);
}
