using System;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>The properties of an interconnect that the soak test checks.</summary>
internal sealed record Line(string Name, Guid? SlotId, string? Region)
{
    public static Line Of(CniInterconnect interconnect) => new(interconnect.Name, interconnect.SlotId, interconnect.Region);
}
