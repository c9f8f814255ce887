using System;

namespace CloudflareCni;

/// <summary>Describes a request that failed and will be retried.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the base address, with its query.</param>
/// <param name="Retry">The number of the next retry, starting at 1.</param>
/// <param name="MaximumRetryCount">The maximum number of retries.</param>
/// <param name="Delay">The time to wait.</param>
/// <param name="Cause">The failure.</param>
public sealed record CniRetryReport(string Method, string Path, int Retry, int MaximumRetryCount, TimeSpan Delay, CniApiException Cause);
