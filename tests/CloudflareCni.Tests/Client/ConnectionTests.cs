using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class ConnectionTests : ClientTest
{
    [Fact]
    public async Task A_refused_connection_is_a_failed_connection()
    {
        var address = new Uri(ScriptedServer.DeadAddress());
        using CniHttpClient client = Connect(address);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));

        Assert.Equal((CniErrorKind.ConnectionFailed, null), (failure.Kind, failure.StatusCode));
        Assert.Contains(address.Authority, failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.InnerException);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_a_failed_connection()
    {
        using CniHttpClient client = Connect(new Uri("https://api.cloudflare.invalid/client/v4"));

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));

        Assert.Equal(CniErrorKind.ConnectionFailed, failure.Kind);
        Assert.Contains("api.cloudflare.invalid", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_is_a_failed_connection_before_and_during_the_response()
    {
        CniApiException before = await FailAsync(exchange =>
        {
            exchange.Reset();
            return Task.CompletedTask;
        });
        var clientHasHeaders = new TaskCompletionSource();
        await using var server = ScriptedServer.Start(async exchange =>
        {
            await exchange.SendAsync(ScriptedAnswer.Json("").Head(1000));
            await exchange.WaitAsync(clientHasHeaders.Task);
            exchange.Reset();
        });
        using CniHttpClient client = Connect(server);
        CniApiException within = await Assert.ThrowsAsync<CniApiException>(
            () => client.For(new CniCall(AccountId, _ => clientHasHeaders.TrySetResult())).GetSettingsAsync(Cancellation));

        Assert.Equal((CniErrorKind.ConnectionFailed, null), (before.Kind, before.StatusCode));
        Assert.Equal((CniErrorKind.ConnectionFailed, 200), (within.Kind, within.StatusCode));
    }

    [Fact]
    public async Task A_connection_that_closes_without_a_response_is_a_failed_connection()
    {
        CniApiException failure = await FailAsync(exchange =>
        {
            exchange.Close();
            return Task.CompletedTask;
        });

        Assert.Equal(CniErrorKind.ConnectionFailed, failure.Kind);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", 200)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello", 200)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\n{\"d", 200)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", null)]
    [InlineData("HTTP/1.1 abc\r\n\r\n", null)]
    public async Task A_malformed_response_is_invalid(string answer, int? status)
    {
        CniApiException failure = await FailAsync(async exchange =>
        {
            await exchange.SendAsync(answer);
            exchange.Close();
        });

        Assert.Equal((CniErrorKind.InvalidResponse, status), (failure.Kind, failure.StatusCode));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"default_asn\":1}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"def\r\n")]
    public async Task A_connection_that_closes_in_the_body_is_a_failed_connection(string answer)
    {
        CniApiException failure = await FailAsync(async exchange =>
        {
            await exchange.SendAsync(answer);
            exchange.Close();
        });

        Assert.Equal((CniErrorKind.ConnectionFailed, 200, true), (failure.Kind, failure.StatusCode, failure.IsTransient));
        Assert.Contains("ended", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_list_is_an_error()
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"items":[{{string.Join(',', Enumerable.Repeat(SampleAnswers.Slot, 500))}}""");
        await using var server = ScriptedServer.Start(async exchange =>
        {
            await exchange.SendAsync(ScriptedAnswer.Json("").Head(body.Length + 2));
            await exchange.SendAsync(body);
            exchange.Close();
        });
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Equal(CniErrorKind.ConnectionFailed, failure.Kind);
    }

    [Fact]
    public async Task An_untrusted_certificate_fails_the_handshake()
    {
        using X509Certificate2 certificate = Certificates.SelfSigned();
        await using var server = ScriptedServer.StartTls(certificate, exchange => exchange.SendAsync(ScriptedAnswer.Json("{}")));
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));

        Assert.Equal((CniErrorKind.TlsFailed, null), (failure.Kind, failure.StatusCode));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_server_without_TLS_fails_the_handshake()
    {
        await using var server = ScriptedServer.StartRaw(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            await exchange.WaitForCloseAsync();
        });
        using CniHttpClient client = Connect(new Uri($"https://127.0.0.1:{server.Port}"));

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));

        Assert.Equal(CniErrorKind.TlsFailed, failure.Kind);
    }

    [Fact]
    public async Task A_hundred_requests_use_one_connection()
    {
        await using var server = ScriptedServer.Start(exchange => exchange.SendAsync(
            exchange.Request.Target.EndsWith("/slots", StringComparison.Ordinal) ? ScriptedAnswer.Json($$"""{"items":[{{SampleAnswers.Slot}}]}""")
            : exchange.Request.Target.EndsWith("/loa", StringComparison.Ordinal) ? ScriptedAnswer.Pdf("%PDF-1.7 %%EOF"u8.ToArray())
            : ScriptedAnswer.Json("""{"message":"no"}""", 400)));
        using CniHttpClient client = Connect(server);

        for (int i = 0; i < 33; i++)
        {
            await client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation);
            await client.For(Call).DownloadLoaAsync("n", null, System.IO.Stream.Null, Cancellation);
            await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));
        }

        Assert.Equal(99, server.Requests.Count);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("""{"items":[]}""", 200)]
    [InlineData("""{"items":[5]}""", 200)]
    [InlineData("""{"success":false}""", 200)]
    [InlineData("<html>", 200)]
    [InlineData("%PDF-1.7 %%EOF", 200)]
    [InlineData("", 204)]
    [InlineData("", 302)]
    [InlineData("""{"message":"no"}""", 404)]
    public async Task Every_response_is_disposed(string body, int status)
    {
        Func<CniHttpClient, CniCall, Task>[] ways =
        [
            (client, call) => client.For(call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation),
            (client, call) => client.For(call).GetCniAsync(SampleAnswers.CniId, Cancellation),
            (client, call) => client.For(call).DeleteCniAsync(SampleAnswers.CniId, Cancellation),
            (client, call) => client.For(call).DownloadLoaAsync("n", null, System.IO.Stream.Null, Cancellation),
            (client, call) => client.For(call).DownloadLoaAsync("n", null, new System.IO.MemoryStream([], writable: false), Cancellation),
            (client, _) => client.For(new CniCall(AccountId, _ => throw new InvalidTimeZoneException())).GetSettingsAsync(Cancellation),
        ];
        foreach (Func<CniHttpClient, CniCall, Task> ask in ways)
        {
            using var handler = new AnsweringHandler(body, status);
            using CniHttpClient client = Connect(new Uri("https://sandbox.invalid/v4"), handler: handler);

            await Record.ExceptionAsync(() => ask(client, Call));

            Assert.True(handler.Content.Disposed);
        }
    }

    [Fact]
    public async Task Failing_calls_do_not_leak_connections()
    {
        await using var server = ScriptedServer.Start(async exchange =>
        {
            switch (exchange.Request.Target[^1] - '0')
            {
                case 0:
                    await exchange.SendAsync(new ScriptedAnswer(500, new byte[200_000], "text/plain"));
                    break;
                case 1:
                    await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}");
                    exchange.Close();
                    break;
                case 2:
                    await exchange.SendAsync(ScriptedAnswer.Html(new string('<', 200_000)));
                    break;
                case 3:
                    await exchange.SendAsync(ScriptedAnswer.Json($$"""{"items":[5,{{new string('1', 200_000)}}]}"""));
                    break;
                default:
                    exchange.Reset();
                    break;
            }
        });
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 2 };
        using CniHttpClient client = Connect(server, handler: handler);

        for (int i = 0; i < 200; i++)
        {
            await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).ListSlotsAsync(new CniSlotFilter($"s{i % 5}"), FirstPage, Cancellation));
        }
    }

    [Fact]
    public async Task Concurrent_calls_get_their_own_responses()
    {
        await using var server = ScriptedServer.Start(exchange =>
        {
            string account = exchange.Request.Target.Split('/')[4];
            return exchange.SendAsync(ScriptedAnswer.Json($$"""{"items":[{{SampleAnswers.Slot.Replace("fra01", account, StringComparison.Ordinal)}}],"next":{{account}}}"""));
        });
        using CniHttpClient client = Connect(server);

        (int Number, CniPage<CniSlot> Page)[] pages = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
            (number, await client.For(new CniCall($"{number}")).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation))));

        Assert.All(pages, one => Assert.Equal(
            ($"{one.Number}", $"{one.Number}", one.Number), (one.Page.Items[0].Site, one.Page.Items[0].AccountId, one.Page.Next)));
    }

    [Fact]
    public async Task A_compressed_response_is_decompressed()
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Json($$"""{"items":[{{SampleAnswers.Slot}}]}""").Gzipped());
        using CniHttpClient client = Connect(server);

        Assert.Single((await client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation)).Items);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Json("{}").With("Set-Cookie", "session=1; Path=/"));
        using CniHttpClient client = Connect(server);

        await client.For(Call).GetSettingsAsync(Cancellation);
        await client.For(Call).GetSettingsAsync(Cancellation);

        Assert.All(server.Requests, request => Assert.Null(request.Header("Cookie")));
    }

    [Fact]
    public async Task A_proxy_is_used()
    {
        await using var proxy = ScriptedServer.Answering("""{"default_asn":1}""");
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = new Uri("http://api.cloudflare.invalid/v4"),
            Credential = CniCredential.FromToken(Token),
            Proxy = CniProxy.Read(new Uri(proxy.BaseAddress.GetLeftPart(UriPartial.Authority))),
        });

        await client.For(Call).GetSettingsAsync(Cancellation);

        Assert.Equal($"http://api.cloudflare.invalid/v4/accounts/{AccountId}/cni/settings", proxy.Request.Target);
    }

    [Fact]
    public async Task Each_request_is_reported_once()
    {
        var reports = new ConcurrentQueue<CniRequestReport>();
        var clock = new FakeTimeProvider();
        await using var server = ScriptedServer.Start(exchange =>
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            return exchange.SendAsync(ScriptedAnswer.Json("{}", StatusOf(exchange)).With("CF-Ray", Ray));
        });
        using CniHttpClient client = Connect(server, clock);
        var call = new CniCall(AccountId, reports.Enqueue);

        await client.For(call).GetSettingsAsync(Cancellation);
        await Assert.ThrowsAsync<CniApiException>(() => client.For(call).UpdateSettingsAsync(new CniSettings(1, null), Cancellation));
        using CniHttpClient nowhere = Connect(new Uri("http://nowhere.invalid"), clock);
        await Assert.ThrowsAsync<CniApiException>(() => nowhere.For(call).GetSettingsAsync(Cancellation));

        string path = $"/accounts/{AccountId}/cni/settings";
        Assert.Equal(
            new List<CniRequestReport>
            {
                new("GET", path, 200, TimeSpan.FromSeconds(3), Ray),
                new("PUT", path, 500, TimeSpan.FromSeconds(3), Ray),
                new("GET", path, null, TimeSpan.Zero, null),
            },
            reports);

        static int StatusOf(Exchange exchange) => exchange.Request.Method == "GET" ? 200 : 500;
    }

    [Fact]
    public async Task A_failing_listener_does_not_fail_the_request()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Connect(server);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => client.For(new CniCall(AccountId, _ => throw new InvalidTimeZoneException())).GetSettingsAsync(Cancellation));
    }

    [Fact]
    public async Task A_disposed_client_throws_ObjectDisposedException()
    {
        await using var server = ScriptedServer.Answering("{}");
        CniHttpClient client = Connect(server);
        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.For(Call).GetSettingsAsync(Cancellation));
    }
}
