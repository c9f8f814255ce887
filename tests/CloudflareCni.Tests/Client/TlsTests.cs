using System.Linq;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>A TLS handshake takes longer than a request, so connections are kept. On the server, each connection is one handshake.</summary>
public sealed class TlsTests : ClientTest
{
    [Fact]
    public async Task Serial_requests_take_one_handshake()
    {
        using X509Certificate2 certificate = Certificates.SelfSigned();
        await using var server = ScriptedServer.StartTls(certificate, exchange => exchange.SendAsync(ScriptedAnswer.Json("{}")));
        using SocketsHttpHandler handler = Trusting(certificate);
        using CniHttpClient client = Connect(server, handler: handler);

        for (int i = 0; i < 50; i++)
        {
            await client.For(Call).GetSettingsAsync(Cancellation);
        }

        Assert.Equal(50, server.Requests.Count);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Parallel_requests_reuse_their_connections()
    {
        const int Parallel = 5;
        using X509Certificate2 certificate = Certificates.SelfSigned();
        await using var server = ScriptedServer.StartTls(certificate, exchange => exchange.SendAsync(ScriptedAnswer.Json("{}")));
        using SocketsHttpHandler handler = Trusting(certificate);
        using CniHttpClient client = Connect(server, handler: handler);

        await Task.WhenAll(Enumerable.Range(0, Parallel).Select(async _ =>
        {
            for (int i = 0; i < 20; i++)
            {
                await client.For(Call).GetSettingsAsync(Cancellation);
            }
        }));

        Assert.Equal(Parallel * 20, server.Requests.Count);
        // .NET opens a connection for a request that finds none idle, even if one becomes idle a moment later.
        Assert.InRange(server.Connections, 1, Parallel * 2);
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 certificate) => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == certificate.Thumbprint },
    };
}
