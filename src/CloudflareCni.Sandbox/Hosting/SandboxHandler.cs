using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Hosting;

/// <summary>Answers the requests of an <see cref="HttpClient"/> in this process.</summary>
internal sealed class SandboxHandler(Func<SandboxRequest, SandboxResponse> respond) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Uri address = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        byte[] body = [];
        if (request.Content is { } content)
        {
#if NET
            body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
            body = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
            cancellationToken.ThrowIfCancellationRequested();
        }

        Dictionary<string, string> headers = request.Headers.ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        SandboxResponse response = respond(
            new SandboxRequest(request.Method.Method.ToUpperInvariant(), address.AbsolutePath, address.Query.TrimStart('?'), headers, body));
        cancellationToken.ThrowIfCancellationRequested();

        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { RequestMessage = request, Content = new ByteArrayContent(response.Body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return message;
    }
}
