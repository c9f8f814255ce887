using System;

namespace CloudflareCni.Sandbox.World;

/// <summary>A slot of a real account, as far as a configuration file describes it.</summary>
/// <param name="Id">The ID.</param>
internal sealed record CopiedSlot(Guid Id)
{
    /// <summary>The site; null if it isn't known.</summary>
    public string? Site { get; init; }

    /// <summary>The data center; null if it isn't known.</summary>
    public Facility? Facility { get; init; }

    /// <summary>The speed; null if it isn't known.</summary>
    public string? Speed { get; init; }

    /// <summary>The device; null if it isn't known.</summary>
    public string? Device { get; init; }
}
