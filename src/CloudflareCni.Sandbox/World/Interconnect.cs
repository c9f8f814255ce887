using System;

namespace CloudflareCni.Sandbox.World;

/// <summary>An interconnect: physical when it has a slot, a GCP partner's when it has a region.</summary>
internal sealed record Interconnect(int Sequence, string Name, string Type, string Speed) : IRegistered
{
    public const string Direct = "direct";
    public const string GcpPartner = "gcp_partner";

    public string Key => Name;

    /// <summary>The number of the slot of a physical interconnect.</summary>
    public int? Slot { get; init; }

    /// <summary>The region of a GCP partner's interconnect.</summary>
    public string? Region { get; init; }

    /// <summary>When the interconnect turns from Pending to Healthy; null when its <see cref="FixedState"/> stays.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    public InterconnectState FixedState { get; init; } = InterconnectState.Healthy;

    /// <summary>Why the interconnect is Down or Unhealthy.</summary>
    public string? Reason { get; init; }

    public InterconnectState StateAt(DateTimeOffset now) =>
        ReadyAt is { } ready ? (now < ready ? InterconnectState.Pending : InterconnectState.Healthy) : FixedState;
}
