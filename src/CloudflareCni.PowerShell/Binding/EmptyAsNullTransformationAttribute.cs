using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Converts an empty cell of a CSV row to null, so that it counts as a value that isn't specified.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EmptyAsNullTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Argument.Value(inputData) is string text && string.IsNullOrWhiteSpace(text) ? null : inputData;
}
