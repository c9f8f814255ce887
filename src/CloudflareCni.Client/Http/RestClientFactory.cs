using System.Net;
using System.Net.Http;
using System.Threading;
using RestSharp;

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
            ConfigureMessageHandler = handler => new DesktopHandler(handler, options.Proxy),
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
}
