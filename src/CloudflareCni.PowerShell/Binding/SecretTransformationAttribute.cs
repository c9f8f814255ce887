using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Marks a parameter that can hold a secret, and refuses a value that doesn't fit before the engine does: its message would show the value.</summary>
/// <remarks>Every parameter of a cmdlet that can hold a secret has one. A test finds those that don't.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>What the parameter takes, in a sentence for whoever gave something else.</summary>
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
            // Not as the inner exception, which the engine shows: it may repeat the value.
            read = null;
        }

        return read ?? throw new ArgumentTransformationMetadataException(Takes);
    }

    /// <summary>Reads what was given.</summary>
    /// <param name="value">The .NET object.</param>
    /// <param name="given">The same as PowerShell sees it.</param>
    /// <returns>A value of the parameter's type, or one that the engine converts without fail; <see langword="null"/> if it doesn't fit.</returns>
    /// <exception cref="CniException">It doesn't fit, for a reason that is worth saying. The message doesn't repeat it.</exception>
    private protected abstract object? Read(object value, PSObject given);
}
