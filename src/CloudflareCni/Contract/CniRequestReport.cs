using System;

namespace CloudflareCni;

/// <summary>Describes a request that has ended, for verbose messages.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the base address, with its query.</param>
/// <param name="StatusCode">The HTTP status, or <see langword="null"/> if there was no response.</param>
/// <param name="Duration">The time from the first byte sent to the headers received, or to the failure.</param>
/// <param name="Ray">The <c>cf-ray</c> header, or <see langword="null"/> if there was none.</param>
public sealed record CniRequestReport(string Method, string Path, int? StatusCode, TimeSpan Duration, string? Ray);
