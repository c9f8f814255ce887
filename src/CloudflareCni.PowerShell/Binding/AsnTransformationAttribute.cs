using System;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Takes AS numbers: whole numbers, and text in asdot notation.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AsnTransformationAttribute : WholeNumberTransformationAttribute
{
    private protected override bool TryRead(object? value, string? asTyped, out long number, out string problem) =>
        AsnRules.TryRead(value, asTyped, out number, out problem);
}
