using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Takes the empty cell of a CSV row for a value that is not given.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EmptyAsNullTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Argument.Value(inputData) is string text && string.IsNullOrWhiteSpace(text) ? null : inputData;
}
