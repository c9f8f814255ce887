using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;

#pragma warning disable CA5364 // These checks simulate an old machine that uses TLS 1.0.

namespace CloudflareCni.Desktop.Smoke;

/// <summary>On an old machine, .NET Framework uses TLS 1.0. The client uses a newer version without changing the process.</summary>
internal static class HandlerChecks
{
    private const int HelloLength = 11;
    private const SecurityProtocolType OldMachine = SecurityProtocolType.Tls;

    public static async Task RunAsync(Report report)
    {
        SecurityProtocolType protocolBefore = ServicePointManager.SecurityProtocol;
        ServicePointManager.SecurityProtocol = OldMachine;
        try
        {
            await report.CheckAsync("TLS 1.2 in a process that uses TLS 1.0", async () => Expect.Equal(new Version(3, 3), await OfferedVersionAsync()));
            await report.CheckAsync("loopback doesn't use the system proxy", CheckLoopbackAsync);
            report.Check("TLS is set on the client's own handler", CheckHandler);
            report.Check("ServicePointManager isn't changed", () =>
            {
                Expect.Equal(OldMachine, ServicePointManager.SecurityProtocol);
                Expect.Equal(ServicePointManager.DefaultPersistentConnectionLimit, ServicePointManager.DefaultConnectionLimit);
            });
        }
        finally
        {
            ServicePointManager.SecurityProtocol = protocolBefore;
        }
    }

    // The network traffic doesn't show who requested the version: Mono offers TLS 1.2 itself.
    private static void CheckHandler()
    {
        using CniHttpClient client = Client(new Uri("https://127.0.0.1/client/v4"));
        HttpClientHandler handler = HeldObject.Find<HttpClientHandler>(client);
        Expect.True(handler.SslProtocols.HasFlag(SslProtocols.Tls12), $"the handler's protocols are {handler.SslProtocols}");
    }

    private static async Task CheckLoopbackAsync()
    {
        var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        IWebProxy before = WebRequest.DefaultWebProxy;
        WebRequest.DefaultWebProxy = new ProxyForAll(new Uri($"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}"));
        try
        {
            // Port 1 refuses connections. A request to the proxy would wait.
            using CniHttpClient client = Client(new Uri("http://127.0.0.1:1/client/v4"));
            CniErrorKind? kind = null;
            try
            {
                await client.For(new CniCall("5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20")).GetSettingsAsync(CancellationToken.None);
            }
            catch (CniApiException failure)
            {
                kind = failure.Kind;
            }

            Expect.Equal((CniErrorKind?)CniErrorKind.ConnectionFailed, kind);
            Expect.True(!proxy.Pending(), "the proxy received a request");
            Expect.True(!HeldObject.Find<HttpClientHandler>(client).UseProxy, "the handler would use a proxy");
        }
        finally
        {
            WebRequest.DefaultWebProxy = before;
            proxy.Stop();
        }
    }

    private static CniHttpClient Client(Uri baseAddress) => new(new CniClientOptions
    {
        BaseAddress = baseAddress,
        Credential = CniCredential.FromToken("practice"),
        MaximumRetryCount = 0,
    });

    // Like http_proxy. WebProxy itself would bypass loopback on .NET Framework.
    private sealed class ProxyForAll(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }

    // A ClientHello begins: type 22, record version (2), length (2), handshake type 1, length (3), the highest version offered (2).
    private static async Task<Version> OfferedVersionAsync()
    {
        var hello = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        using ScriptedServer server = ScriptedServer.StartRaw(async exchange =>
        {
            hello.TrySetResult(await exchange.ReadAnythingAsync(HelloLength));
            exchange.Close();
        });
        using CniHttpClient client = Client(new Uri($"https://127.0.0.1:{server.Port}/client/v4"));
        try
        {
            await client.For(new CniCall("5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20")).GetSettingsAsync(CancellationToken.None);
        }
        catch (CniApiException)
        {
            // The server doesn't answer the hello. Receiving it is enough.
        }

        byte[] bytes = await hello.Task;
        Expect.True(bytes.Length >= HelloLength, "the connection closed before a ClientHello");
        Expect.True(bytes[0] == 22 && bytes[5] == 1, "that wasn't a ClientHello");
        return new Version(bytes[9], bytes[10]);
    }
}
