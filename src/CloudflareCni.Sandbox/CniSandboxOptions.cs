using System;

namespace CloudflareCni.Sandbox;

/// <summary>What a <see cref="CniSandbox"/> is made of. Read once, when the sandbox is made.</summary>
public sealed class CniSandboxOptions
{
    /// <summary>How many slots each account sees; at least 1. Slots are computed when read, so a million cost no memory.</summary>
    public int SlotCount { get; set; } = 48;

    /// <summary>How long a new interconnect stays Pending before it is Healthy; 10 seconds unless told otherwise, not negative.</summary>
    public TimeSpan ReadyAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The JSON file that the sandbox loads its state from, when the file exists, and saves it to after each change; null keeps the state in memory.
    /// The <see cref="SlotCount"/> and <see cref="Seed"/> that the file was made with go before those given here.
    /// The file holds no credential and no pairing key. Two sandboxes must not use one file at the same time.
    /// </summary>
    public string? StatePath { get; set; }

    /// <summary>What the seeded slots, interconnects and CNIs are made from: the same seed gives the same objects on every run.</summary>
    public int Seed { get; set; } = 13335;

    /// <summary>The clock that new interconnects become ready by and that dates letters.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
