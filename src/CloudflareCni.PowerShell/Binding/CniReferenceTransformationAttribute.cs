using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Converts a CNI, its ID, or a row with an Id column to a reference.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CniReferenceTransformationAttribute : ReferenceTransformationAttribute
{
    private protected override object? FromValue(object value) => value switch
    {
        CloudflareCni.Cni cni => new CniReference(cni),
        Guid id => new CniReference(id),
        string text => new CniReference(text),
        _ => null,
    };

    private protected override object? FromRow(PSObject row) => CniReference.FromRow(row);
}
