#if !NET
using System;
using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>
/// What .NET Framework needs: it gives a host two connections, and on old machines TLS 1.0. Only this client's handler and host are
/// changed; the process-wide settings belong to the host process and its other modules.
/// </summary>
internal sealed class DesktopHandler : DelegatingHandler
{
    private const int Connections = 64;
    private const SslProtocols Tls13 = (SslProtocols)0x3000;

    private readonly bool _isDirect;
    private readonly IWebProxy? _proxy;

    public DesktopHandler(HttpMessageHandler handler, bool isDirect, IWebProxy? proxy)
        : base(handler)
    {
        _isDirect = isDirect;
        _proxy = proxy;
        if (handler is HttpClientHandler client)
        {
            TrySetProtocols(client);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // With each request, since a host that was idle for a while is forgotten with its limit.
        ServicePoint host = ServicePointManager.FindServicePoint(request.RequestUri!, _isDirect ? null : _proxy ?? WebRequest.DefaultWebProxy);
        if (host.ConnectionLimit < Connections)
        {
            host.ConnectionLimit = Connections;
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static void TrySetProtocols(HttpClientHandler handler)
    {
        try
        {
            handler.SslProtocols = SslProtocols.Tls12 | ((SslProtocols)ServicePointManager.SecurityProtocol & Tls13);
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or NotImplementedException)
        {
            // Mono: its own default is TLS 1.2.
        }
    }
}
#endif
