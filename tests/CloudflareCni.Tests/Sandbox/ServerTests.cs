using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Sandbox;
using CloudflareCni.Tests.Schema;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class ServerTests : IDisposable
{
    private readonly SandboxClient _direct = new();
    private readonly CniSandboxServer _server;
    private readonly HttpClient _http;

    public ServerTests()
    {
        _server = CniSandboxServer.Start(_direct.Sandbox, 0);
        _http = Client(_server);
    }

    public void Dispose()
    {
        _http.Dispose();
        _server.Dispose();
        _direct.Dispose();
    }

    [Fact]
    public async Task It_returns_what_the_handler_returns()
    {
        Assert.Equal($"http://127.0.0.1:{_server.Port}/client/v4", _server.BaseUri.AbsoluteUri);
        string interconnect = await _direct.InterconnectAsync();
        foreach (string path in new[]
        {
            "slots?limit=48", "slots?address_contains=Kleyerstra%C3%9Fe+88", "interconnects", "cnis", "settings", $"interconnects/{interconnect}/loa?name=%C3%96%20%26%20Co",
            "interconnects/a%2Fb", "slots/x", "nothing",
        })
        {
            SandboxReply direct = await _direct.GetAsync(path);
            SandboxReply served = await SendAsync(HttpMethod.Get, path);
            Assert.Equal((direct.Status, direct.ContentType), (served.Status, served.ContentType));
            Assert.Equal(direct.Body, served.Body);
        }
    }

    [Fact]
    public async Task It_creates_updates_and_deletes()
    {
        SandboxReply created = await SendAsync(HttpMethod.Post, "cnis", SandboxClient.Cni(await _direct.InterconnectAsync(), "over a socket").ToJsonString());
        Assert.Equal(200, created.Status);
        string path = "cnis/" + created.Json.Text("id");
        SandboxReply updated = await SendAsync(HttpMethod.Put, path, created.Text.Replace("over a socket", "ümlaut", StringComparison.Ordinal));
        Assert.Equal("ümlaut", updated.Json.GetProperty("magic").Text("conduit_name"));
        SandboxReply deleted = await SendAsync(HttpMethod.Delete, path);
        Assert.Equal((200, 0), (deleted.Status, deleted.Body.Length));
    }

    [Theory]
    [InlineData("HEAD", 405)]
    [InlineData("PATCH", 405)]
    [InlineData("OPTIONS", 405)]
    public async Task An_unsupported_method_returns_405(string method, int status)
    {
        SandboxReply reply = await SendAsync(new HttpMethod(method), "slots");
        Assert.Equal((status, "GET"), (reply.Status, reply.Allow));
    }

    [Fact]
    public async Task A_path_outside_client_v4_returns_404_in_the_envelope()
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(_server.BaseUri, "/"), TestContext.Current.CancellationToken);
        SandboxReply reply = await SandboxReply.ReadAsync(response);
        Assert.Equal((404, true), (reply.Status, reply.IsInEnvelope));
    }

    [Fact]
    public async Task A_body_that_is_too_large_returns_413()
    {
        SandboxReply reply = await SendAsync(HttpMethod.Post, "cnis", new string(' ', 3_000_000));
        Assert.Equal(413, reply.Status);
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "slots")).Status);
    }

    [Fact]
    public async Task It_responds_to_many_requests_at_once()
    {
        string interconnect = await _direct.InterconnectAsync();
        SandboxReply[] replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => number % 2 == 0
            ? SendAsync(HttpMethod.Get, "slots?limit=48")
            : SendAsync(HttpMethod.Post, "cnis", SandboxClient.Cni(interconnect, $"cni-{number}").ToJsonString())));
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(58, (await _direct.AllAsync("cnis")).Count);
    }

    [Fact]
    public async Task Clients_that_disconnect_or_send_garbage_do_not_affect_it()
    {
        string head = $" /client/v4/accounts/{SandboxClient.Account}/cni/slots?limit=48 HTTP/1.1\r\nHost: 127.0.0.1:{_server.Port}\r\nAuthorization: Bearer practice\r\n";
        foreach (string text in new[] { "GET", "nonsense\r\n\r\n", "GET" + head, "GET" + head + "\r\n", "POST" + head + "Content-Length: 100\r\n\r\n{", "\0\0\0\0" })
        {
            for (int time = 0; time < 5; time++)
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _server.Port, TestContext.Current.CancellationToken);
                client.LingerState = new LingerOption(enable: true, seconds: 0);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
            }

            Assert.Equal(200, (await SendAsync(HttpMethod.Get, "slots")).Status);
        }
    }

    [Fact]
    public async Task Stopping_frees_the_port_at_once_even_with_open_connections()
    {
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "slots")).Status);
        using var idle = new TcpClient();
        await idle.ConnectAsync(IPAddress.Loopback, _server.Port, TestContext.Current.CancellationToken);

        _server.Stop();
        _server.Stop();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync(HttpMethod.Get, "slots"));
        using CniSandboxServer next = CniSandboxServer.Start(_direct.Sandbox, _server.Port);
        Assert.Equal(_server.Port, next.Port);
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "slots")).Status);
    }

    [Fact]
    public void The_error_for_a_port_in_use_names_the_port()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => CniSandboxServer.Start(_direct.Sandbox, _server.Port));
        Assert.Contains(_server.Port.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);

        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int taken = ((IPEndPoint)other.LocalEndpoint).Port;
        exception = Assert.Throws<InvalidOperationException>(() => CniSandboxServer.Start(_direct.Sandbox, taken));
        Assert.Contains(taken.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void A_port_out_of_range_is_rejected(int port) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CniSandboxServer.Start(_direct.Sandbox, port));

    [Fact]
    public async Task Many_servers_can_find_free_ports_at_once()
    {
        CniSandboxServer[] servers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CniSandboxServer.Start(_direct.Sandbox, 0))));
        try
        {
            Assert.Equal(20, servers.Select(server => server.Port).Distinct().Count());
        }
        finally
        {
            Array.ForEach(servers, server => server.Dispose());
        }
    }

    private static HttpClient Client(CniSandboxServer server)
    {
        var http = new HttpClient(new SchemaCheckingHandler(new SocketsHttpHandler())) { BaseAddress = new Uri($"{server.BaseUri}/accounts/{SandboxClient.Account}/cni/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", CniSandbox.DefaultToken);
        return http;
    }

    private async Task<SandboxReply> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await SandboxReply.ReadAsync(response);
    }
}
