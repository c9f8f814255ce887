using System;

namespace CloudflareCni.Sandbox.World;

/// <summary>A slot of a real account, as far as a configuration file describes it.</summary>
/// <param name="Id">The ID.</param>
internal sealed record CopiedSlot(Guid Id)
{
    /// <summary>Gets the site, or <see langword="null"/> if it isn't known.</summary>
    public string? Site { get; init; }

    /// <summary>Gets the data center, or <see langword="null"/> if it isn't known.</summary>
    public Facility? Facility { get; init; }

    /// <summary>Gets the speed, or <see langword="null"/> if it isn't known.</summary>
    public string? Speed { get; init; }

    /// <summary>Gets the device, or <see langword="null"/> if it isn't known.</summary>
    public string? Device { get; init; }
}
