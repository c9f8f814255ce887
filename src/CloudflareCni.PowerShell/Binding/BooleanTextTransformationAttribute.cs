using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Converts the strings <c>true</c> and <c>false</c> to Boolean values, for users who omit the dollar sign.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BooleanTextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Argument.Value(inputData) is string text && bool.TryParse(text, out bool truth) ? truth : inputData;
}
