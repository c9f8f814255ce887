using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Marks a parameter that can contain a secret, and rejects an unsuitable value before the engine does, whose message would show the value.</summary>
/// <remarks>Every cmdlet parameter that can contain a secret has such an attribute. A test finds parameters that don't.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gets a sentence that describes the values that the parameter accepts, for the error message.</summary>
    private protected abstract string Takes { get; }

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null)
        {
            return null;
        }

        object? read;
        try
        {
            read = Read(value, PSObject.AsPSObject(inputData!));
        }
        catch (CniException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message, refusal);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Not as the inner exception: the engine shows it, and it may contain the value.
            read = null;
        }

        return read ?? throw new ArgumentTransformationMetadataException(Takes);
    }

    /// <summary>Converts the argument.</summary>
    /// <param name="value">The .NET object.</param>
    /// <param name="given">The same object with its PowerShell wrapper.</param>
    /// <returns>A value of the parameter's type, or one that the engine always converts, or <see langword="null"/> if the value isn't suitable.</returns>
    /// <exception cref="CniException">The value isn't suitable for a reason that the message explains. The message doesn't contain the value.</exception>
    private protected abstract object? Read(object value, PSObject given);
}
