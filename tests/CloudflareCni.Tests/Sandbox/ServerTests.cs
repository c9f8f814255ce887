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
    private readonly Bench _bench = new();
    private readonly CniSandboxServer _server;
    private readonly HttpClient _http;

    public ServerTests()
    {
        _server = CniSandboxServer.Start(_bench.Sandbox, 0);
        _http = Client(_server);
    }

    public void Dispose()
    {
        _http.Dispose();
        _server.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task It_answers_what_the_handler_answers()
    {
        Assert.Equal($"http://127.0.0.1:{_server.Port}/client/v4", _server.BaseUri.AbsoluteUri);
        string interconnect = await _bench.InterconnectAsync();
        foreach (string path in new[]
        {
            "slots?limit=48", "slots?address_contains=Kleyerstra%C3%9Fe+88", "interconnects", "cnis", "settings", $"interconnects/{interconnect}/loa?name=%C3%96%20%26%20Co",
            "interconnects/a%2Fb", "slots/x", "nothing",
        })
        {
            Reply direct = await _bench.GetAsync(path);
            Reply served = await SendAsync(HttpMethod.Get, path);
            Assert.Equal((direct.Status, direct.ContentType), (served.Status, served.ContentType));
            Assert.Equal(direct.Body, served.Body);
        }
    }

    [Fact]
    public async Task It_creates_updates_and_deletes()
    {
        Reply created = await SendAsync(HttpMethod.Post, "cnis", Bench.Cni(await _bench.InterconnectAsync(), "over a socket").ToJsonString());
        Assert.Equal(200, created.Status);
        string path = "cnis/" + created.Json.Text("id");
        Reply updated = await SendAsync(HttpMethod.Put, path, created.Text.Replace("over a socket", "ümlaut", StringComparison.Ordinal));
        Assert.Equal("ümlaut", updated.Json.GetProperty("magic").Text("conduit_name"));
        Reply deleted = await SendAsync(HttpMethod.Delete, path);
        Assert.Equal((200, 0), (deleted.Status, deleted.Body.Length));
    }

    [Theory]
    [InlineData("HEAD", 405)]
    [InlineData("PATCH", 405)]
    [InlineData("OPTIONS", 405)]
    public async Task A_method_that_is_not_there_is_405(string method, int status)
    {
        Reply reply = await SendAsync(new HttpMethod(method), "slots");
        Assert.Equal((status, "GET"), (reply.Status, reply.Allow));
    }

    [Fact]
    public async Task A_path_outside_client_v4_is_404_in_the_envelope()
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(_server.BaseUri, "/"), TestContext.Current.CancellationToken);
        Reply reply = await Reply.ReadAsync(response);
        Assert.Equal((404, true), (reply.Status, reply.IsInEnvelope));
    }

    [Fact]
    public async Task A_body_of_megabytes_is_refused()
    {
        Reply reply = await SendAsync(HttpMethod.Post, "cnis", new string(' ', 3_000_000));
        Assert.Equal(413, reply.Status);
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "slots")).Status);
    }

    [Fact]
    public async Task Many_requests_are_answered_at_a_time()
    {
        string interconnect = await _bench.InterconnectAsync();
        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => number % 2 == 0
            ? SendAsync(HttpMethod.Get, "slots?limit=48")
            : SendAsync(HttpMethod.Post, "cnis", Bench.Cni(interconnect, $"cni-{number}").ToJsonString())));
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(58, (await _bench.AllAsync("cnis")).Count);
    }

    [Fact]
    public async Task Clients_that_break_off_or_talk_nonsense_do_not_hurt_it()
    {
        string head = $" /client/v4/accounts/{Bench.Account}/cni/slots?limit=48 HTTP/1.1\r\nHost: 127.0.0.1:{_server.Port}\r\nAuthorization: Bearer practice\r\n";
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
    public async Task Stopping_frees_the_port_at_once_even_with_connections_open()
    {
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "slots")).Status);
        using var idle = new TcpClient();
        await idle.ConnectAsync(IPAddress.Loopback, _server.Port, TestContext.Current.CancellationToken);

        _server.Stop();
        _server.Stop();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync(HttpMethod.Get, "slots"));
        using CniSandboxServer next = CniSandboxServer.Start(_bench.Sandbox, _server.Port);
        Assert.Equal(_server.Port, next.Port);
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "slots")).Status);
    }

    [Fact]
    public void A_port_in_use_is_named()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => CniSandboxServer.Start(_bench.Sandbox, _server.Port));
        Assert.Contains(_server.Port.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);

        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int taken = ((IPEndPoint)other.LocalEndpoint).Port;
        exception = Assert.Throws<InvalidOperationException>(() => CniSandboxServer.Start(_bench.Sandbox, taken));
        Assert.Contains(taken.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void A_port_outside_the_range_is_refused(int port) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CniSandboxServer.Start(_bench.Sandbox, port));

    [Fact]
    public async Task Free_ports_are_found_by_many_at_a_time()
    {
        CniSandboxServer[] servers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CniSandboxServer.Start(_bench.Sandbox, 0))));
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
        var http = new HttpClient(new SchemaCheckingHandler(new SocketsHttpHandler())) { BaseAddress = new Uri($"{server.BaseUri}/accounts/{Bench.Account}/cni/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", CniSandbox.DefaultToken);
        return http;
    }

    private async Task<Reply> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }
}
