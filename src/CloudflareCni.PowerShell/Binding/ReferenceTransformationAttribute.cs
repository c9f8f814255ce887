using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Turns what names a resource into a reference, and leaves alone what does not, so that it fails to bind.</summary>
/// <remarks>
/// The references convert by themselves (see their constructors), and take a row for what any parameter of theirs takes. A transformation knows its
/// parameter: which columns count here, and that text from the pipeline is another parameter's. The engine runs it before it converts.
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

    /// <summary>The reference that a .NET value stands for; null when it stands for none.</summary>
    private protected abstract object? FromValue(object value);

    /// <summary>The reference that a row stands for; null when it stands for none.</summary>
    private protected abstract object? FromRow(PSObject row);

    // With this inner exception the engine goes on to the next parameter that takes the pipeline's object, as after a conversion that failed.
    private static ArgumentTransformationMetadataException NotNamed()
    {
        const string Message = "The object doesn't name what this parameter takes. Use the object itself, its name or ID, or the columns that the parameter's help names.";
        return new ArgumentTransformationMetadataException(Message, new PSInvalidCastException(Message));
    }
}
