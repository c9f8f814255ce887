using System;
using System.Net.Http;

namespace CloudflareCni.Client;

/// <summary>The CNI API over HTTP. One client serves many accounts and calls at a time and shares its connections among them.</summary>
public sealed class CniHttpClient : ICniClient
{
    private readonly ApiTransport _transport;
    private readonly WireFormats _formats = new();
    private readonly OriginCache _origins;
    private readonly TimeProvider _timeProvider;

    /// <summary>Initializes a new instance of the <see cref="CniHttpClient"/> class. Nothing is sent until an operation is called.</summary>
    /// <param name="options">The address, the credential and the rest.</param>
    /// <param name="handler">
    /// A handler that responds in this process, in place of the network; <see langword="null"/> for the network. The client doesn't dispose of it.
    /// </param>
    public CniHttpClient(CniClientOptions options, HttpMessageHandler? handler = null)
        : this(options, handler, TimeProvider.System)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniHttpClient"/> class with a clock. Nothing is sent until an operation is called.</summary>
    /// <param name="options">The address, the credential and the rest.</param>
    /// <param name="handler">A handler that responds in this process, in place of the network; <see langword="null"/> for the network.</param>
    /// <param name="timeProvider">The clock of timeouts, waits, durations and the time of a status.</param>
    /// <param name="randomizer">Numbers from 0 to 1 that spread the waits before retries, so that many callers don't come back at once.</param>
    public CniHttpClient(CniClientOptions options, HttpMessageHandler? handler, TimeProvider timeProvider, Func<double>? randomizer = null)
    {
        _timeProvider = timeProvider;
        _transport = new ApiTransport(RestClientFactory.Create(options, handler), options, timeProvider, randomizer);
        _origins = new OriginCache(options.BaseAddress);
    }

    /// <inheritdoc/>
    public ICniAccountClient For(CniCall call) => new CniHttpAccountClient(_transport, _formats, _origins, _timeProvider, call);

    /// <summary>Ends what is under way and closes the connections.</summary>
    public void Dispose() => _transport.Dispose();
}
