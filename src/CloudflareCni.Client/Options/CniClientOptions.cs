using System;
using System.Net;
using System.Net.Http;

namespace CloudflareCni.Client;

/// <summary>What a <see cref="CniHttpClient"/> is made from.</summary>
public sealed class CniClientOptions
{
    /// <summary>Cloudflare's public address of the API.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.cloudflare.com/client/v4");

    /// <summary>The whole address that the API's paths are appended to, with or without a slash at its end.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>Who asks.</summary>
    public required CniCredential Credential { get; init; }

    /// <summary>
    /// How long one request may take, from sending it to the last byte of its answer; 60 seconds unless set,
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no end.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The proxy; null for the system's. A base address on loopback uses neither.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The <c>User-Agent</c> header.</summary>
    public string UserAgent { get; init; } = $"CloudflareCni.PowerShell/{typeof(CniClientOptions).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>A handler that answers in this process, in place of the network; null for the network. It stays its owner's to dispose.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>How often a request is tried again after a failure that may pass; 4 unless set, 0 for never.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>
    /// The longest wait before a request, for a server's <c>Retry-After</c> or for the rate limit; what would wait longer fails at once
    /// (<see cref="CniErrorKind.RateLimited"/> for the limit). 60 seconds unless set.
    /// </summary>
    public TimeSpan MaximumRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many requests the credential may send in five minutes; null for no limit.</summary>
    public int? RequestLimit { get; init; }

    /// <summary>Numbers from 0 to 1 that spread the waits before retries, so that many callers don't come back at once.</summary>
    public Func<double>? Randomizer { get; init; }

    /// <summary>The clock of timeouts, waits, durations and the time of a status.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
