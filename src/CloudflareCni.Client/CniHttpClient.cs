using System;

namespace CloudflareCni.Client;

/// <summary>The CNI API over HTTP. One client serves many accounts and calls at a time and shares its connections among them.</summary>
public sealed class CniHttpClient : ICniClient
{
    private readonly CniClientOptions _options;
    private readonly ApiTransport _transport;
    private readonly WireFormats _formats = new();
    private readonly OriginCache _origins;

    /// <summary>Initializes a new instance of the <see cref="CniHttpClient"/> class. Nothing is sent until an operation is called.</summary>
    /// <param name="options">Address, credential and the rest.</param>
    public CniHttpClient(CniClientOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _transport = new ApiTransport(options);
        _origins = new OriginCache(options.BaseAddress);
    }

    /// <inheritdoc/>
    public ICniAccountClient For(CniCall call) => new CniHttpAccountClient(_transport, _formats, _origins, _options.TimeProvider, call);

    /// <summary>Ends what is under way and closes the connections.</summary>
    public void Dispose() => _transport.Dispose();
}
