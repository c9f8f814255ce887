using System;

namespace CloudflareCni.Client;

/// <summary>A client for the CNI API over HTTP. It can be used for many accounts and concurrent calls, which share its connections.</summary>
public sealed class CniHttpClient : ICniClient
{
    private readonly CniClientOptions _options;
    private readonly ApiTransport _transport;
    private readonly WireFormats _formats = new();
    private readonly OriginCache _origins;
    private readonly PageSizes _pageSizes = new();

    /// <summary>Initializes a new instance of the <see cref="CniHttpClient"/> class. No request is sent until an operation is called.</summary>
    /// <param name="options">The address, the credential and other settings.</param>
    public CniHttpClient(CniClientOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _transport = new ApiTransport(options);
        _origins = new OriginCache(options.BaseAddress);
    }

    /// <inheritdoc/>
    public ICniAccountClient For(CniCall call) => new CniHttpAccountClient(_transport, _formats, _origins, _pageSizes, _options.TimeProvider, call);

    /// <summary>Cancels pending requests and closes the connections.</summary>
    public void Dispose() => _transport.Dispose();
}
