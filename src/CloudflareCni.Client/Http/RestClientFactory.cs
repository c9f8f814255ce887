using System.Net;
using System.Net.Http;
using System.Threading;
using RestSharp;

namespace CloudflareCni.Client;

/// <summary>Creates the RestSharp client of a connection.</summary>
internal static class RestClientFactory
{
    public static RestClient Create(CniClientOptions options, HttpMessageHandler? handler)
    {
        bool isDirect = BaseAddressRules.IsLoopback(options.BaseAddress);
        IWebProxy? proxy = isDirect ? null : options.Proxy?.ToWebProxy();
        var settings = new RestClientOptions(options.BaseAddress)
        {
            UserAgent = options.UserAgent,
            Proxy = proxy,
            Timeout = Timeout.InfiniteTimeSpan,
            ThrowOnAnyError = true,
            SetErrorExceptionOnUnsuccessfulStatusCode = false,
            // RestSharp would send X-Auth-Key to another host.
            RedirectOptions = new RedirectOptions { FollowRedirects = false },
            Expect100Continue = false,
#if NET
            AutomaticDecompression = DecompressionMethods.All,
            ConfigureMessageHandler = network => isDirect ? GoDirect(network) : network,
#else
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConfigureMessageHandler = network => new DesktopHandler(isDirect ? GoDirect(network) : network, isDirect, proxy),
#endif
        };

        RestClient client = handler is null
            ? new RestClient(settings)
            : new RestClient(
                new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, settings, disposeHttpClient: true);
        if (options.Credential.Email is { } email)
        {
            client.AddDefaultHeader("X-Auth-Email", email);
            client.AddDefaultHeader("X-Auth-Key", options.Credential.Secret);
        }
        else
        {
            client.AddDefaultHeader("Authorization", "Bearer " + options.Credential.Secret);
        }

        return client;
    }

    // A proxy would see the credential, and its loopback isn't this computer's. http_proxy and ALL_PROXY don't exclude loopback.
    // A handler without its own proxy uses the system's, unless UseProxy is false.
    private static HttpMessageHandler GoDirect(HttpMessageHandler handler)
    {
        if (handler is HttpClientHandler client)
        {
            client.UseProxy = false;
        }

        return handler;
    }
}
