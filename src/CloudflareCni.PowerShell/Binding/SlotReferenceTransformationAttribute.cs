using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>A slot, its ID, or a row that names one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SlotReferenceTransformationAttribute : ReferenceTransformationAttribute
{
    /// <summary>The columns of a row of unknown origin that hold the slot's ID.</summary>
    public string[] Columns { get; set; } = ["Id"];

    private protected override object? FromValue(object value) => value switch
    {
        CniSlot slot => new SlotReference(slot),
        Guid id => new SlotReference(id),
        string text => new SlotReference(text),
        _ => null,
    };

    private protected override object? FromRow(PSObject row) => SlotReference.FromRow(row, ModelOnly ? [] : Columns);
}
