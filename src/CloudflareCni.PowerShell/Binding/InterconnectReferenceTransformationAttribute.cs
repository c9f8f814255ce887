using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>An interconnect, its status, its name, or a row that names one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InterconnectReferenceTransformationAttribute : ReferenceTransformationAttribute
{
    /// <summary>The columns of a row of unknown origin that hold the interconnect's name.</summary>
    public string[] Columns { get; set; } = ["Name"];

    private protected override object? FromValue(object value) => value switch
    {
        CniInterconnect interconnect => new InterconnectReference(interconnect),
        CniCircuit circuit => new InterconnectReference(circuit),
        CniInterconnectStatus status => new InterconnectReference(status),
        string text => new InterconnectReference(text),
        // The engine's own words would speak of types.
        Guid id => throw new ArgumentTransformationMetadataException(
            $"{id} is an ID, and an interconnect goes by its name. Get-CniInterconnect | Where-Object SlotId -eq {id} finds the one on a slot."),
        _ => null,
    };

    private protected override object? FromRow(PSObject row) => InterconnectReference.FromRow(row, ModelOnly ? [] : Columns);
}
