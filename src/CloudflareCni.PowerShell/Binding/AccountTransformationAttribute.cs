using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>An account, or its copy from a job or a file. Anything else is left alone, so that it fails to bind.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AccountTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly (string Model, string Column) Copy = (nameof(CniAccount), nameof(CniAccount.Id));

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is PSObject { BaseObject: PSCustomObject } row && PipelineRow.Identity(row, [], Copy) is { } found
            ? new CniAccount(found.Text, PipelineRow.Text(row, nameof(CniAccount.Name)) ?? "")
            : inputData;
}
