using System;

namespace CloudflareCni.Guidance;

/// <summary>Represents the options for the next steps.</summary>
/// <param name="Now">The local time.</param>
/// <param name="Since">The local time when the circuits were ordered or stopped being healthy, or <see langword="null"/> if that isn't known.</param>
/// <param name="Platform">The operating system of the customer's router, or <see langword="null"/> to omit router commands.</param>
/// <param name="IncludeHealthy"><see langword="true"/> to include steps that check whether a healthy circuit carries traffic; otherwise, <see langword="false"/>.</param>
public sealed record NextStepOptions(DateTime Now, DateTime? Since = null, CniRouterPlatform? Platform = null, bool IncludeHealthy = false);
