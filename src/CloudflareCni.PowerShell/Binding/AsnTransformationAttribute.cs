using System;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Converts whole numbers, and strings in asdot notation, to AS numbers.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AsnTransformationAttribute : WholeNumberTransformationAttribute
{
    private protected override bool TryRead(object? value, string? asTyped, out long number, out string problem) =>
        AsnRules.TryRead(value, asTyped, out number, out problem);
}
