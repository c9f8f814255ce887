using System;

namespace CloudflareCni.PowerShell.Tests.Trust.Soak;

/// <summary>An interconnect, as far as the soak looks at it.</summary>
internal sealed record Line(string Name, Guid? SlotId, string? Region)
{
    public static Line Of(CniInterconnect interconnect) => new(interconnect.Name, interconnect.SlotId, interconnect.Region);
}
