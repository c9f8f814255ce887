using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RestSharp.Interceptors;

namespace CloudflareCni.Client;

/// <summary>Sees the messages of one attempt: checks the address before it is sent, lets nobody else send it again, keeps the answer.</summary>
internal sealed class AttemptInterceptor(string target) : Interceptor
{
    /// <summary>The answer, once its headers came.</summary>
    public HttpResponseMessage? Response { get; private set; }

    /// <summary>Ends the attempt when the address is not the one that was asked for.</summary>
    /// <remarks>Windows PowerShell's own settings make <see cref="Uri"/> turn <c>%2F</c> back into a slash, which names another resource.</remarks>
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        if (!requestMessage.RequestUri!.AbsoluteUri.EndsWith(target, StringComparison.Ordinal))
        {
            throw new CniArgumentException(
                "Name", $"This version of .NET can't ask for {target}: it would change the address. Rename the resource, or use PowerShell 7.");
        }

        SendOnce(requestMessage);

        return default;
    }

    public override ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        Response = responseMessage;
        return default;
    }

    // When a connection turns out to be closed, .NET may send a request again by itself. Nobody would learn of that: of what is created twice, or
    // that the second DELETE met 404 because the first one had worked.
    private static void SendOnce(HttpRequestMessage request)
    {
#if NET
        // With a body it does not; this one is empty.
        if (request.Method == HttpMethod.Delete)
        {
            request.Content ??= new ByteArrayContent([]);
        }
#else
        // On a new connection it does not.
        if (request.Method == HttpMethod.Post || request.Method == HttpMethod.Delete)
        {
            request.Headers.ConnectionClose = true;
        }
#endif
    }
}
