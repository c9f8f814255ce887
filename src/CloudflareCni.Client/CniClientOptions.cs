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

    /// <summary>The proxy; null for the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The <c>User-Agent</c> header.</summary>
    public string UserAgent { get; init; } = $"CloudflareCni.PowerShell/{typeof(CniClientOptions).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>A handler that answers in this process, in place of the network; null for the network. It stays its owner's to dispose.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock of timeouts, durations and the time of a status.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
