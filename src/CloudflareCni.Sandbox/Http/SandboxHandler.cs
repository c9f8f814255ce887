using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Sandbox.Http;

/// <summary>The sandbox as the last handler of an <see cref="HttpClient"/>.</summary>
internal sealed class SandboxHandler(CniSandbox sandbox) : HttpMessageHandler
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
        SandboxResponse answer = sandbox.Answer(
            new SandboxRequest(request.Method.Method.ToUpperInvariant(), address.AbsolutePath, address.Query.TrimStart('?'), headers, body));
        cancellationToken.ThrowIfCancellationRequested();

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new ByteArrayContent(answer.Body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return response;
    }
}
