using System;
using System.Collections.Generic;

namespace CloudflareCni.Resiliency;

/// <summary>What a resiliency test asks for.</summary>
/// <param name="Now">The time, in local time.</param>
/// <param name="Tier">The tier to reach; <c>null</c> for the one above the working tier.</param>
/// <param name="RequiredGbps">The bandwidth in Gbit/s that each direction needs; <c>null</c> for half of what there is.</param>
/// <param name="Without">The names of circuits, devices, facilities and sites to take as lost, in any case of letters; <c>null</c> for none.</param>
/// <param name="LastFailoverTest">When failover was tested last, in local time; <c>null</c> if that isn't known.</param>
public sealed record ResiliencyOptions(
    DateTime Now,
    CniResiliencyTier? Tier = null,
    double? RequiredGbps = null,
    IReadOnlyList<string>? Without = null,
    DateTime? LastFailoverTest = null);
