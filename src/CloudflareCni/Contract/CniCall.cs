using System;

namespace CloudflareCni;

/// <summary>The arguments that all operations of a client have in common. Listeners are called on any thread.</summary>
/// <param name="AccountId">The tag of the account to use.</param>
/// <param name="OnRequest">Called after each request, or <see langword="null"/> for no listener.</param>
/// <param name="OnRetry">Called before each wait for a retry, or <see langword="null"/> for no listener.</param>
/// <param name="OnThrottle">Called before each wait for the rate limit, or <see langword="null"/> for no listener.</param>
/// <param name="Source">A value to store in the objects that are read, such as the caller's connection, or <see langword="null"/> for none. It isn't used otherwise.</param>
/// <param name="IsRetried"><see langword="true"/> to retry requests after transient errors; <see langword="false"/> if a missing response isn't a problem.</param>
public sealed record CniCall(
    string AccountId,
    Action<CniRequestReport>? OnRequest = null,
    Action<CniRetryReport>? OnRetry = null,
    Action<CniThrottleReport>? OnThrottle = null,
    object? Source = null,
    bool IsRetried = true);
