using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class CancellationTests : ClientTest
{
    /// <summary>One call for each way to read a body.</summary>
    public static TheoryData<string> Ways() => ["object", "list", "pdf", "nothing"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_call_can_be_cancelled_before_its_response(string way)
    {
        await using var stalled = new Stall(sendHeaders: false);
        await CancelAsync(stalled, way, Call);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_call_can_be_cancelled_during_its_response(string way)
    {
        await using var stalled = new Stall(sendHeaders: true);
        await CancelAsync(stalled, way, new CniCall(AccountId, stalled.HeadersCame));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_response_in_time_is_a_timeout(string way)
    {
        var clock = new FakeTimeProvider();
        await using var stalled = new Stall(sendHeaders: false);
        using CniHttpClient client = Connect(stalled.Server, clock);

        Task call = AskAsync(client, way, Call, Cancellation);
        await stalled.Reached;
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => call);
        Assert.Equal((CniErrorKind.Timeout, null), (failure.Kind, failure.StatusCode));
        Assert.Contains("within 60 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_response_that_is_not_complete_in_time_is_a_timeout(string way)
    {
        var clock = new FakeTimeProvider();
        await using var stalled = new Stall(sendHeaders: true);
        using CniHttpClient client = Connect(stalled.Server, clock);

        Task call = AskAsync(client, way, new CniCall(AccountId, stalled.HeadersCame), Cancellation);
        await stalled.Reached;
        clock.Advance(TimeSpan.FromSeconds(60));

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => call);
        Assert.Equal((CniErrorKind.Timeout, 200), (failure.Kind, failure.StatusCode));
        Assert.Contains("wasn't complete within 60 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_can_be_infinite()
    {
        await using var server = ScriptedServer.Answering("{}");
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = server.BaseAddress,
            Credential = CniCredential.FromToken(Token),
            Timeout = Timeout.InfiniteTimeSpan,
        });

        Assert.NotNull(await client.For(Call).GetSettingsAsync(Cancellation));
    }

    [Fact]
    public async Task A_call_with_a_cancelled_token_sends_nothing()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Connect(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.For(Call).GetSettingsAsync(new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_failure_without_its_body_is_reported_by_its_status()
    {
        var clock = new FakeTimeProvider();
        var headersCame = new TaskCompletionSource();
        await using var server = ScriptedServer.Start(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\n");
            await exchange.WaitForCloseAsync();
        });
        using CniHttpClient client = Connect(server, clock);

        Task call = client.For(new CniCall(AccountId, _ => headersCame.TrySetResult())).GetSettingsAsync(Cancellation);
        await headersCame.Task;
        clock.Advance(TimeSpan.FromSeconds(60));

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => call);
        Assert.Equal((CniErrorKind.ServerError, 503), (failure.Kind, failure.StatusCode));
    }

    [Fact]
    public async Task Disposing_a_client_cancels_its_calls()
    {
        await using var stalled = new Stall(sendHeaders: false);
        CniHttpClient client = Connect(stalled.Server);

        Task call = client.For(Call).GetSettingsAsync(Cancellation);
        await stalled.Reached;
        client.Dispose();

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => call);
        Assert.Equal(CniErrorKind.ConnectionFailed, failure.Kind);
    }

    private static async Task CancelAsync(Stall stalled, string way, CniCall context)
    {
        using CniHttpClient client = Connect(stalled.Server);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        Task call = AskAsync(client, way, context, cancel.Token);
        await stalled.Reached;
        await cancel.CancelAsync();

        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
    }

    private static Task AskAsync(CniHttpClient client, string way, CniCall call, CancellationToken token) => way switch
    {
        "object" => client.For(call).GetSettingsAsync(token),
        "list" => client.For(call).ListSlotsAsync(new CniSlotFilter(), FirstPage, token),
        "pdf" => client.For(call).DownloadLoaAsync("n", null, Stream.Null, token),
        _ => client.For(call).DeleteCniAsync(SampleAnswers.CniId, token),
    };

    // A server that stops sending, before the headers or after the first bytes of the body.
    private sealed class Stall : IAsyncDisposable
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Stall(bool sendHeaders) => Server = ScriptedServer.Start(async exchange =>
        {
            if (sendHeaders)
            {
                await exchange.SendAsync(ScriptedAnswer.Json("").Head(1000));
                await exchange.SendAsync(exchange.Request.Target.EndsWith("/loa", StringComparison.Ordinal) ? "%PDF-1.7" : "{\"items\":[{");
            }
            else
            {
                _reached.TrySetResult();
            }

            await exchange.WaitForCloseAsync();
        });

        public ScriptedServer Server { get; }

        public Task Reached => _reached.Task;

        public void HeadersCame(CniRequestReport report) => _reached.TrySetResult();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
