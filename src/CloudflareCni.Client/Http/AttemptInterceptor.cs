using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RestSharp.Interceptors;

namespace CloudflareCni.Client;

/// <summary>Intercepts the messages of one attempt: checks the address before it's sent, prevents .NET from resending the request, and keeps the response.</summary>
internal sealed class AttemptInterceptor(string target) : Interceptor
{
    /// <summary>Gets the response, or <see langword="null"/> until its headers arrive.</summary>
    public HttpResponseMessage? Response { get; private set; }

    /// <summary>Throws if the address isn't the requested one.</summary>
    /// <remarks>In Windows PowerShell, <see cref="Uri"/> converts <c>%2F</c> to a slash, which identifies another resource.</remarks>
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        if (!requestMessage.RequestUri!.PathAndQuery.EndsWith(target, StringComparison.Ordinal))
        {
            throw new CniArgumentException(
                "Name", $"This version of .NET can't send a request to {target}, because it would change the address. Use PowerShell 7, or rename the resource.");
        }

        SendOnce(requestMessage);

        return default;
    }

    public override ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        Response = responseMessage;
        return default;
    }

    // If a connection is already closed, .NET can resend a request by itself. That would go unnoticed: an object could be created twice, or the
    // second DELETE could return 404 because the first one succeeded.
    private static void SendOnce(HttpRequestMessage request)
    {
#if NET
        // .NET doesn't resend a request with a body, so an empty one is added.
        if (request.Method == HttpMethod.Delete)
        {
            request.Content ??= new ByteArrayContent([]);
        }
#else
        // .NET Framework doesn't resend a request on a new connection.
        if (request.Method == HttpMethod.Post || request.Method == HttpMethod.Delete)
        {
            request.Headers.ConnectionClose = true;
        }
#endif
    }
}
