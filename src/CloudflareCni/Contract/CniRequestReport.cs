using System;

namespace CloudflareCni;

/// <summary>One request that came to an end, for the user's eyes.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path behind the base address, with its query.</param>
/// <param name="StatusCode">The HTTP status; null when no answer came.</param>
/// <param name="Duration">From the first byte sent to the headers received, or to the failure.</param>
/// <param name="Ray">The <c>cf-ray</c> header; null when none came.</param>
public sealed record CniRequestReport(string Method, string Path, int? StatusCode, TimeSpan Duration, string? Ray);
