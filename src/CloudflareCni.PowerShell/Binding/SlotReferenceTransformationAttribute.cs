using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Converts a slot, its ID, or a row that identifies one to a reference.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SlotReferenceTransformationAttribute : ReferenceTransformationAttribute
{
    /// <summary>Gets or sets the columns that contain the slot ID in a row of unknown origin.</summary>
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
