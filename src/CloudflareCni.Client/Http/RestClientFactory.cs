using System.Net;
using System.Net.Http;
using System.Threading;
using RestSharp;

namespace CloudflareCni.Client;

/// <summary>Creates the RestSharp client of a connection.</summary>
internal static class RestClientFactory
{
    public static RestClient Create(CniClientOptions options)
    {
        var settings = new RestClientOptions(options.BaseAddress)
        {
            UserAgent = options.UserAgent,
            Proxy = Proxy(options),
            Timeout = Timeout.InfiniteTimeSpan,
            ThrowOnAnyError = true,
            SetErrorExceptionOnUnsuccessfulStatusCode = false,
            // RestSharp would send X-Auth-Key to another host.
            RedirectOptions = new RedirectOptions { FollowRedirects = false },
            Expect100Continue = false,
#if NET
            AutomaticDecompression = DecompressionMethods.All,
            ConfigureMessageHandler = handler => GoDirect(handler, options),
#else
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConfigureMessageHandler = handler => new DesktopHandler(GoDirect(handler, options), IsDirect(options), options.Proxy),
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

    // A proxy would see the credential, and its loopback isn't this computer's. http_proxy and ALL_PROXY don't exclude loopback.
    private static bool IsDirect(CniClientOptions options) => BaseAddressRules.IsLoopback(options.BaseAddress);

    private static IWebProxy? Proxy(CniClientOptions options) => IsDirect(options) ? null : options.Proxy;

    private static HttpMessageHandler GoDirect(HttpMessageHandler handler, CniClientOptions options)
    {
        // A handler without its own proxy uses the system's, unless UseProxy is false.
        if (IsDirect(options) && handler is HttpClientHandler client)
        {
            client.UseProxy = false;
        }

        return handler;
    }
}
