#if !NET
using System;
using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>
/// Adjusts .NET Framework, which allows two connections to a host and uses TLS 1.0 on old computers. Only the settings of this client's handler
/// and host change. The process-wide settings belong to the host process and its other modules.
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
        // With each request, because .NET Framework forgets an idle host and its limit.
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
            // Mono: the default is TLS 1.2.
        }
    }
}
#endif
