using System;

namespace CloudflareCni.Client;

/// <summary>Represents a request that is listed in a support bundle.</summary>
/// <param name="EndedAt">The time when the request ended, in local time with its offset.</param>
/// <param name="Report">The report of the request.</param>
public sealed record BundleRequest(DateTimeOffset EndedAt, CniRequestReport Report);
