using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Client;

/// <summary>Responds to every request in this process.</summary>
internal sealed class AnsweringHandler(string body, int status = 200) : HttpMessageHandler
{
    public string? Asked { get; private set; }

    public bool Disposed { get; private set; }

    /// <summary>The body of the only response.</summary>
    public TrackedContent Content { get; } = new(Encoding.UTF8.GetBytes(body));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = request.RequestUri!.AbsoluteUri;
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = Content });
    }

    protected override void Dispose(bool disposing)
    {
        Disposed = true;
        base.Dispose(disposing);
    }
}
