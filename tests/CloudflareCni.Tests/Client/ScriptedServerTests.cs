using System;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>The test server prevents tests that depend on which side is faster.</summary>
public sealed class ScriptedServerTests : ClientTest
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", false)]
    [InlineData("HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}", true)]
    public async Task A_complete_response_that_ends_its_connection_must_announce_that(string answer, bool isFine)
    {
        var server = ScriptedServer.Start(async exchange =>
        {
            await exchange.SendAsync(answer);
            exchange.Close();
        });
        using (CniHttpClient client = Connect(server))
        {
            await Record.ExceptionAsync(() => client.For(Call).GetSettingsAsync(Cancellation));
        }

        Exception? failure = await Record.ExceptionAsync(async () => await server.DisposeAsync());

        Assert.Equal(isFine, failure is null);
    }

    [Fact]
    public async Task A_port_refuses_connections_until_it_is_opened()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Connect(server);
        await client.For(Call).GetSettingsAsync(Cancellation);

        server.Refuse();
        using CniHttpClient refused = Connect(server);
        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => refused.For(Call).GetSettingsAsync(Cancellation));
        server.Open();
        await refused.For(Call).GetSettingsAsync(Cancellation);

        Assert.True(failure.ServerUnreachable);
        Assert.Equal(2, server.Requests.Count);
    }
}
