using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Client;

/// <summary>Answers every request in this process.</summary>
internal sealed class AnsweringHandler(string body) : HttpMessageHandler
{
    public string? Asked { get; private set; }

    public bool Disposed { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = request.RequestUri!.AbsoluteUri;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
    }

    protected override void Dispose(bool disposing)
    {
        Disposed = true;
        base.Dispose(disposing);
    }
}
