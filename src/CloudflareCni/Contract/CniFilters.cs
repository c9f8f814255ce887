using System;

namespace CloudflareCni;

/// <summary>Filters for slots. A <c>null</c> value doesn't filter.</summary>
/// <param name="Site">Only slots at this site.</param>
/// <param name="Speed">Only slots that support this speed.</param>
/// <param name="AddressContains">Only slots with this text in their address.</param>
/// <param name="Occupied"><c>true</c> for occupied slots only; <c>false</c> for free slots only.</param>
public sealed record CniSlotFilter(string? Site = null, string? Speed = null, string? AddressContains = null, bool? Occupied = null);

/// <summary>Filters for interconnects. A <c>null</c> value doesn't filter.</summary>
/// <param name="Site">Only interconnects at this site.</param>
/// <param name="Type">Only interconnects of this type.</param>
public sealed record CniInterconnectFilter(string? Site = null, string? Type = null);

/// <summary>Filters for CNIs. A <c>null</c> value doesn't filter.</summary>
/// <param name="Slot">Only CNIs on this slot.</param>
/// <param name="TunnelId">Only CNIs of this tunnel.</param>
public sealed record CniFilter(Guid? Slot = null, string? TunnelId = null);
