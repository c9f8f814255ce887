using System;

namespace CloudflareCni.Sandbox.World;

/// <summary>An interconnect: a physical one has a slot, a GCP partner interconnect has a region.</summary>
internal sealed record Interconnect(int Sequence, string Name, string? Type, string? Speed) : ISequenced
{
    public const string Direct = "direct";
    public const string GcpPartner = "gcp_partner";
    public const string DefaultDataplane = "2";

    public string Key => Name;

    /// <summary>Gets the number of the slot, or <see langword="null"/> for a GCP partner interconnect.</summary>
    public int? Slot { get; init; }

    /// <summary>Gets the region, or <see langword="null"/> for a physical interconnect.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the version of Cloudflare's dataplane behind the port: 1 carries GRE, and 2 doesn't.</summary>
    public string Dataplane { get; init; } = DefaultDataplane;

    /// <summary>Gets the time when the interconnect changes from Pending to Healthy, or <see langword="null"/> if it keeps its <see cref="FixedState"/>.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    public InterconnectState FixedState { get; init; } = InterconnectState.Healthy;

    /// <summary>Gets the reason why the interconnect is Down or Unhealthy.</summary>
    public string? Reason { get; init; }

    public InterconnectState StateAt(DateTimeOffset now) =>
        ReadyAt is { } ready ? (now < ready ? InterconnectState.Pending : InterconnectState.Healthy) : FixedState;
}
