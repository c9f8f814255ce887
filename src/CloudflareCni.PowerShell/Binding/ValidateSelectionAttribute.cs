using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Rejects a value that is null or empty. A mistyped variable is null, and without this check it would select everything.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateSelectionAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (Argument.IsMissing(arguments))
        {
            throw new ValidationMetadataException("The value is null or empty, or contains an element that is. Check the variable, or omit the parameter.");
        }
    }
}
