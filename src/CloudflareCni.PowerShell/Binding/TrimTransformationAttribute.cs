using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Trims text. A cell of a CSV file keeps the spaces around its value, and the last cell of a line may keep a carriage return.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TrimTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Argument.Each(inputData, item => Argument.Value(item) is string text ? text.Trim() : item);
}
