using System;

namespace CloudflareCni.Client;

/// <summary>A request that a support bundle lists.</summary>
/// <param name="EndedAt">When it ended, in local time with its offset.</param>
/// <param name="Report">What is known of it.</param>
public sealed record BundleRequest(DateTimeOffset EndedAt, CniRequestReport Report);
