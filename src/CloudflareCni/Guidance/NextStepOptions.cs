using System;

namespace CloudflareCni.Guidance;

/// <summary>What is known besides the circuits.</summary>
/// <param name="Now">The time, in local time.</param>
/// <param name="Since">When the circuits were ordered, or since when they aren't healthy, in local time; <c>null</c> if that isn't known.</param>
/// <param name="Platform">The operating system of the customer's router; <c>null</c> for none, and then no step has a router's command.</param>
/// <param name="IncludeHealthy"><c>true</c> to give the steps that prove a healthy circuit; otherwise, <c>false</c>.</param>
public sealed record NextStepOptions(DateTime Now, DateTime? Since = null, CniRouterPlatform? Platform = null, bool IncludeHealthy = false);
