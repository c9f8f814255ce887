using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Refuses a value that selects nothing. Taken for "not given" it would select everything, and a mistyped variable is null.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateSelectionAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (Argument.IsMissing(arguments))
        {
            throw new ValidationMetadataException("The value is null or empty, or has an element that is. Check the variable, or leave the parameter out.");
        }
    }
}
