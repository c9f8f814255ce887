using System;
using System.Globalization;

namespace CloudflareCni;

/// <summary>Everything that makes a client what it is: the server, the credential, and how requests are sent. The account isn't part of it.</summary>
public sealed record CniClientOptions
{
    /// <summary>The default of <see cref="Timeout"/>, in seconds.</summary>
    public const int DefaultTimeoutSec = 60;

    /// <summary>The default of <see cref="MaximumRetryCount"/>.</summary>
    public const int DefaultMaximumRetryCount = 4;

    /// <summary>The default of <see cref="MaximumRetryAfter"/>, in seconds.</summary>
    public const int DefaultMaximumRetryAfterSec = 60;

    // Cloudflare refuses everything for five minutes past it.
    private const int CloudflareRequestLimit = 1200;

    /// <summary>Gets Cloudflare's public address of the API.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.cloudflare.com/client/v4");

    /// <summary>Gets the whole address that the API's paths are appended to, with or without a slash at its end.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>Gets the credential.</summary>
    public required CniCredential Credential { get; init; }

    /// <summary>
    /// Gets how long one attempt of a request may take, from sending it to the last byte of its answer;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no end.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeoutSec);

    /// <summary>Gets the proxy, or <see langword="null"/> for the system's. A base address on loopback uses neither.</summary>
    public CniProxy? Proxy { get; init; }

    /// <summary>Gets how often a request is retried after a transient failure; 0 for never.</summary>
    public int MaximumRetryCount { get; init; } = DefaultMaximumRetryCount;

    /// <summary>
    /// Gets the longest wait before a request, for a server's <c>Retry-After</c> or for the rate limit. What would wait longer fails at once
    /// (<see cref="CniErrorKind.RateLimited"/> for the limit).
    /// </summary>
    public TimeSpan MaximumRetryAfter { get; init; } = TimeSpan.FromSeconds(DefaultMaximumRetryAfterSec);

    /// <summary>
    /// Gets how many requests the credential may send in five minutes; 0 for no limit. <see langword="null"/> for the default: Cloudflare's limit,
    /// or none for a server on this machine.
    /// </summary>
    public int? RequestLimit { get; init; }

    /// <summary>Gets the <c>User-Agent</c> header.</summary>
    public string UserAgent { get; init; } = $"CloudflareCni.PowerShell/{typeof(CniClientOptions).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Gets the request limit that counts, or <see langword="null"/> for none.</summary>
    internal int? EffectiveRequestLimit => RequestLimit switch
    {
        0 => null,
        null => BaseAddressRules.IsLoopback(BaseAddress) ? null : CloudflareRequestLimit,
        _ => RequestLimit,
    };

    /// <summary>Returns a hash that is equal when, and only when, the options are. Nothing can be read back from it.</summary>
    /// <returns>The hash as text.</returns>
    internal string Fingerprint() => CloudflareCni.Fingerprint.Of(
    [
        BaseAddress.AbsoluteUri,
        Credential.Email ?? "",
        Credential.Secret,
        Timeout.ToString("c"),
        .. Proxy?.Parts ?? [],
        MaximumRetryCount.ToString(CultureInfo.InvariantCulture),
        MaximumRetryAfter.ToString("c"),
        EffectiveRequestLimit?.ToString(CultureInfo.InvariantCulture) ?? "",
        UserAgent,
    ]);

    /// <summary>Returns the address and the kind of the credential.</summary>
    /// <returns>A text without any secret.</returns>
    public override string ToString() => $"{BaseAddress}, {Credential}";
}
