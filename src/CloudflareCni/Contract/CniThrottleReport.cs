using System;

namespace CloudflareCni;

/// <summary>Describes a request that waits because of Cloudflare's rate limit.</summary>
/// <param name="Delay">The time to wait.</param>
/// <param name="Limit">The number of requests that the window allows.</param>
/// <param name="Window">The length of the window.</param>
public sealed record CniThrottleReport(TimeSpan Delay, int Limit, TimeSpan Window);
