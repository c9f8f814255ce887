using System;

namespace CloudflareCni.Sandbox;

/// <summary>The options of a <see cref="CniSandbox"/>. They are read once, when the sandbox is created.</summary>
public sealed class CniSandboxOptions
{
    /// <summary>Gets or sets the number of slots that each account sees; at least 1. Slots are computed when they are read, so they take no memory.</summary>
    public int SlotCount { get; set; } = 48;

    /// <summary>Gets or sets the time for which a new interconnect stays Pending before it becomes Healthy. The default is 10 seconds. It can't be negative.</summary>
    public TimeSpan ReadyAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets the path of the JSON file that keeps the state; null keeps it in memory only. The sandbox reads the file, if it exists, and saves it
    /// after each change. The <see cref="SlotCount"/> and <see cref="Seed"/> in the file override these properties.
    /// The file contains no credentials and no pairing keys. Two sandboxes must not use the same file at the same time.
    /// </summary>
    public string? StatePath { get; set; }

    /// <summary>
    /// Gets or sets the path of a configuration file from Export-CniConfiguration, or <see langword="null"/> for none. The account in the file starts as a copy of the exported
    /// account. The file is only read. It can't be used together with <see cref="StatePath"/>.
    /// </summary>
    public string? ConfigurationPath { get; set; }

    /// <summary>Gets or sets the seed that slots, interconnects and CNIs are created from. The same seed creates the same objects on every run.</summary>
    public int Seed { get; set; } = 13335;

    /// <summary>Gets or sets the clock, which decides when a new interconnect becomes Healthy and dates the letters of authorization.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
