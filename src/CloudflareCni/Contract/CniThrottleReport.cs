using System;

namespace CloudflareCni;

/// <summary>A request that waits so that Cloudflare's rate limit is not hit.</summary>
/// <param name="Delay">How long it waits.</param>
/// <param name="Limit">How many requests the window allows.</param>
/// <param name="Window">How long the window is.</param>
public sealed record CniThrottleReport(TimeSpan Delay, int Limit, TimeSpan Window);
