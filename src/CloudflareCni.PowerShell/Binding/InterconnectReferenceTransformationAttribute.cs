using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Converts an interconnect, its status, its name, or a row that identifies one to a reference.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InterconnectReferenceTransformationAttribute : ReferenceTransformationAttribute
{
    /// <summary>Gets or sets the columns that contain the interconnect's name in a row of unknown origin.</summary>
    public string[] Columns { get; set; } = ["Name"];

    private protected override object? FromValue(object value) => value switch
    {
        CniInterconnect interconnect => new InterconnectReference(interconnect),
        CniCircuit circuit => new InterconnectReference(circuit),
        CniInterconnectStatus status => new InterconnectReference(status),
        string text => new InterconnectReference(text),
        // The engine's own message would only mention types.
        Guid id => throw new ArgumentTransformationMetadataException(
            $"{id} is an ID, but interconnects are identified by name. To find the interconnect on a slot, use Get-CniInterconnect | Where-Object SlotId -eq {id}."),
        _ => null,
    };

    private protected override object? FromRow(PSObject row) => InterconnectReference.FromRow(row, ModelOnly ? [] : Columns);
}
