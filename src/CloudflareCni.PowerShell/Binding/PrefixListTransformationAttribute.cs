using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Takes one text with several prefixes in it, as a cell of a CSV row has them, for a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PrefixListTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text
            ? text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            : inputData;
}
