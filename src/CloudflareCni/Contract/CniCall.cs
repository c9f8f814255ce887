using System;

namespace CloudflareCni;

/// <summary>What every operation of a client needs beside its own arguments. Listeners are told on any thread.</summary>
/// <param name="AccountId">The account tag to act in.</param>
/// <param name="OnRequest">Told of each request that ended; null when nobody listens.</param>
/// <param name="OnRetry">Told before each wait for another try; null when nobody listens.</param>
/// <param name="OnThrottle">Told before each wait for the rate limit; null when nobody listens.</param>
/// <param name="Source">What the caller wants to find again in the objects that are read, such as its connection; null for nothing. It isn't used otherwise.</param>
public sealed record CniCall(
    string AccountId,
    Action<CniRequestReport>? OnRequest = null,
    Action<CniRetryReport>? OnRetry = null,
    Action<CniThrottleReport>? OnThrottle = null,
    object? Source = null);
