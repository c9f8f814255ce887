using System.Net;
using System.Net.Http;
using System.Threading;
using RestSharp;

namespace CloudflareCni.Client;

/// <summary>Makes the RestSharp client of a connection.</summary>
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
            // RestSharp takes X-Auth-Key along to another host.
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

    // A proxy would get to see the credential, and its own loopback isn't this machine's: http_proxy and ALL_PROXY say nothing of loopback.
    // Without a proxy of its own a handler takes the system's, unless it is told to use none.
    private static HttpMessageHandler GoDirect(HttpMessageHandler handler)
    {
        if (handler is HttpClientHandler client)
        {
            client.UseProxy = false;
        }

        return handler;
    }
}
