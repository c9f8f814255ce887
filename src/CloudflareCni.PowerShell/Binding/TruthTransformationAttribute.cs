using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Takes <c>true</c> and <c>false</c> for what they say, also where the dollar sign was forgotten.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TruthTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Argument.Value(inputData) is string text && bool.TryParse(text, out bool truth) ? truth : inputData;
}
