using System.Net;
using System.Net.Http;
using System.Threading;
using RestSharp;
#if !NET
using System;
using System.Security.Authentication;
#endif

namespace CloudflareCni.Client;

/// <summary>Makes the RestSharp client of a connection.</summary>
internal static class RestClientFactory
{
    public static RestClient Create(CniClientOptions options)
    {
        var settings = new RestClientOptions(options.BaseAddress)
        {
            UserAgent = options.UserAgent,
            Proxy = options.Proxy,
            Timeout = Timeout.InfiniteTimeSpan,
            ThrowOnAnyError = true,
            SetErrorExceptionOnUnsuccessfulStatusCode = false,
            // RestSharp takes X-Auth-Key along to another host.
            RedirectOptions = new RedirectOptions { FollowRedirects = false },
            Expect100Continue = false,
#if NET
            AutomaticDecompression = DecompressionMethods.All,
#else
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConfigureMessageHandler = ConfigureDesktop,
#endif
        };

        RestClient client = options.Handler is null
            ? new RestClient(settings)
            : new RestClient(
                new HttpClient(options.Handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, settings, disposeHttpClient: true);
        foreach ((string name, string value) in options.Credential.GetHeaders())
        {
            client.AddDefaultHeader(name, value);
        }

        return client;
    }

#if !NET
    // .NET Framework gives two connections a host, and on old machines TLS 1.0. Only this handler is changed: the process-wide
    // settings belong to the host and its other modules.
    private const int DesktopConnections = 64;
    private const SslProtocols Tls13 = (SslProtocols)0x3000;

    private static HttpMessageHandler ConfigureDesktop(HttpMessageHandler handler)
    {
        if (handler is HttpClientHandler client)
        {
            TrySet(() => client.MaxConnectionsPerServer = DesktopConnections);
            TrySet(() => client.SslProtocols = SslProtocols.Tls12 | ((SslProtocols)ServicePointManager.SecurityProtocol & Tls13));
        }

        return handler;
    }

    // Mono lacks them.
    private static void TrySet(Action set)
    {
        try
        {
            set();
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or NotImplementedException or MissingMemberException)
        {
        }
    }
#endif
}
