using System;
using System.Net.Http;

namespace CloudflareCni.Client;

/// <summary>A client for the CNI API over HTTP. It can be used for many accounts and concurrent calls, which share its connections.</summary>
public sealed class CniHttpClient : ICniClient
{
    private readonly ApiTransport _transport;
    private readonly WireFormats _formats = new();
    private readonly OriginCache _origins;
    private readonly PageSizes _pageSizes = new();
    private readonly TimeProvider _timeProvider;

    /// <summary>Initializes a new instance of the <see cref="CniHttpClient"/> class. No request is sent until an operation is called.</summary>
    /// <param name="options">The address, the credential and other settings.</param>
    /// <param name="handler">
    /// The handler that responds in this process instead of the network, or <see langword="null"/> for the network. The client doesn't dispose of it.
    /// </param>
    public CniHttpClient(CniClientOptions options, HttpMessageHandler? handler = null)
        : this(options, handler, TimeProvider.System)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniHttpClient"/> class with a clock. No request is sent until an operation is called.</summary>
    /// <param name="options">The address, the credential and other settings.</param>
    /// <param name="handler">The handler that responds in this process instead of the network, or <see langword="null"/> for the network.</param>
    /// <param name="timeProvider">The clock for timeouts, waits, durations and the time of a status.</param>
    /// <param name="randomizer">The source of numbers from 0 to 1 that vary the waits before retries, so that many clients don't retry at the same time.</param>
    public CniHttpClient(CniClientOptions options, HttpMessageHandler? handler, TimeProvider timeProvider, Func<double>? randomizer = null)
    {
        _timeProvider = timeProvider;
        _transport = new ApiTransport(RestClientFactory.Create(options, handler), options, timeProvider, randomizer);
        _origins = new OriginCache(options.BaseAddress);
    }

    /// <inheritdoc/>
    public ICniAccountClient For(CniCall call) => new CniHttpAccountClient(_transport, _formats, _origins, _pageSizes, _timeProvider, call);

    /// <summary>Cancels pending requests and closes the connections.</summary>
    public void Dispose() => _transport.Dispose();
}
