using System;
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
        // While the first ones are being opened, .NET can count a request that another connection has already served as still waiting, and opens a spare
        // connection. It happens at most once for each of the first requests, and nothing waits for it.
        Assert.InRange(server.Connections, 1, (Parallel * 2) - 1);
    }

    [Fact]
    public async Task A_new_connection_resumes_the_session()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SslStream as a server gives out tickets on Linux.");
        using X509Certificate2 certificate = Certificates.SelfSigned();
        await using var server = ScriptedServer.StartTls(certificate, async exchange =>
        {
            await exchange.SendAsync(ScriptedAnswer.Json("{}").With("Connection", "close"));
            exchange.Close();
        });
        // The handler that the module has, and a name, because .NET doesn't resume sessions with an IP address.
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, presented, _, _) => presented?.Thumbprint == certificate.Thumbprint };
        using CniHttpClient client = Connect(new Uri($"https://localhost:{server.Port}/client/v4"), handler: handler);

        for (int i = 0; i < 3; i++)
        {
            await client.For(Call).GetSettingsAsync(Cancellation);
        }

        Assert.Equal(3, server.HandshakeBytes.Count);
        Assert.All(server.HandshakeBytes.Skip(1), sent => Assert.InRange(sent, 1, server.HandshakeBytes[0] / 2));
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 certificate) => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == certificate.Thumbprint },
    };
}
