using System;

namespace CloudflareCni;

/// <summary>A request that failed and will be tried again.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path behind the base address, with its query.</param>
/// <param name="Retry">Which retry comes, from 1.</param>
/// <param name="MaximumRetryCount">How many there may be.</param>
/// <param name="Delay">How long the wait is.</param>
/// <param name="Cause">Why the request failed.</param>
public sealed record CniRetryReport(string Method, string Path, int Retry, int MaximumRetryCount, TimeSpan Delay, CniApiException Cause);
