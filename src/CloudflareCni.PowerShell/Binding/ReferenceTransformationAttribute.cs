using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Converts values that identify a resource to references, and leaves other values unchanged so that they fail to bind.</summary>
/// <remarks>
/// References also convert through their constructors, which accept every row that any parameter accepts. A transformation knows its parameter: the
/// columns that the parameter accepts, and whether text from the pipeline belongs to another parameter. The engine runs it before it converts.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class ReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Gets or sets a value that indicates whether only an object of the model, or a copy of one, is accepted. It's set where text from the pipeline
    /// belongs to another parameter. Text that is passed as an argument is still converted, by the constructor of the reference.
    /// </summary>
    public bool ModelOnly { get; set; }

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Argument.Each(inputData, item =>
    {
        object? value = Argument.Value(item);
        return value switch
        {
            null => null,
            PSCustomObject => FromRow((PSObject)item!) ?? throw NotNamed(),
            string or Guid when ModelOnly => item,
            _ => FromValue(value) ?? item,
        };
    });

    /// <summary>Creates a reference from a .NET value. Returns <see langword="null"/> if the value doesn't identify a resource.</summary>
    private protected abstract object? FromValue(object value);

    /// <summary>Creates a reference from a row. Returns <see langword="null"/> if the row doesn't identify a resource.</summary>
    private protected abstract object? FromRow(PSObject row);

    // With this inner exception, the engine tries the next parameter that accepts pipeline input, as it does after a failed conversion.
    private static ArgumentTransformationMetadataException NotNamed()
    {
        const string Message = "The object doesn't identify a resource that this parameter accepts. Use the resource itself, its name or ID, or a row with a column that the parameter's help lists.";
        return new ArgumentTransformationMetadataException(Message, new PSInvalidCastException(Message));
    }
}
