using System;

namespace CloudflareCni;

/// <summary>What every operation needs beside its own arguments.</summary>
/// <param name="AccountId">The account tag to act in.</param>
/// <param name="OnRequest">Told of each request that ended, on any thread; null when nobody listens.</param>
public sealed record CniCall(string AccountId, Action<CniRequestReport>? OnRequest = null);
