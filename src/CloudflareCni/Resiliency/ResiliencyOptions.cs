using System;
using System.Collections.Generic;

namespace CloudflareCni.Resiliency;

/// <summary>Represents the requirements of a resiliency test.</summary>
/// <param name="Now">The local time.</param>
/// <param name="Tier">The tier to reach, or <see langword="null"/> for the tier above the working tier.</param>
/// <param name="RequiredGbps">The required bandwidth in each direction, in Gbit/s, or <see langword="null"/> for half of the bandwidth of all circuits.</param>
/// <param name="Without">The names of the circuits, devices, facilities and sites whose loss is simulated (not case-sensitive), or <see langword="null"/> for none.</param>
/// <param name="LastFailoverTest">The local time when failover was last tested, or <see langword="null"/> if it isn't known.</param>
public sealed record ResiliencyOptions(
    DateTime Now,
    CniResiliencyTier? Tier = null,
    double? RequiredGbps = null,
    IReadOnlyList<string>? Without = null,
    DateTime? LastFailoverTest = null);
