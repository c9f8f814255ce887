using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Clock;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class RetryTests : ClientTest
{
    private static readonly TimeSpan Attempt = TimeSpan.FromDays(1);

    private readonly TestClock _clock = new(Attempt);
    private readonly List<CniRetryReport> _retries = [];

    private CniCall Watched => new(AccountId, OnRetry: _retries.Add);

    public static MatrixTheoryData<string, int> Passing() => new(["GET", "PUT", "DELETE"], [408, 429, 500, 502, 503, 504, .. Enumerable.Range(520, 8), 530]);

    public static MatrixTheoryData<string, int> Final() => new(["GET", "PUT", "DELETE", "POST"], [302, 400, 401, 403, 404, 409, 422, 501, 505, 519, 528, 529, 531]);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_transient_failure_is_retried(string method, int status)
    {
        await using var server = Sequence(Refuse(status), Refuse(status), Works);
        using CniHttpClient client = Retrying(server.BaseAddress);

        await AskAsync(client, method, Watched);

        Assert.Equal([method, method, method], server.Requests.Select(request => request.Method));
        Assert.Equal([(1, status), (2, status)], _retries.Select(retry => (retry.Retry, retry.Cause.StatusCode!.Value)));
        Assert.All(_retries, retry => Assert.Equal((method, 4), (retry.Method, retry.MaximumRetryCount)));
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task A_permanent_failure_is_not_retried(string method, int status)
    {
        await using var server = Sequence(Refuse(status), Works);
        using CniHttpClient client = Retrying(server.BaseAddress);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, method, Watched));

        Assert.Equal(status, failure.StatusCode);
        Assert.Single(server.Requests);
        Assert.Empty(_retries);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_reset_is_retried_up_to_the_maximum(string method)
    {
        await using var server = Sequence(Reset);
        using CniHttpClient client = Retrying(server.BaseAddress);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, method, Watched));

        Assert.Equal((CniErrorKind.ConnectionFailed, false), (failure.Kind, failure.ServerUnreachable));
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal([1, 2, 3, 4], _retries.Select(retry => retry.Retry));
    }

    [Theory]
    [InlineData("GET", 2)]
    [InlineData("PUT", 2)]
    [InlineData("DELETE", 2)]
    [InlineData("POST", 1)]
    public async Task A_timeout_is_retried_unless_an_object_may_have_been_created(string method, int requests)
    {
        var reached = new TaskCompletionSource();
        await using var server = Sequence(
            exchange =>
            {
                reached.TrySetResult();
                return exchange.WaitForCloseAsync();
            },
            Works);
        using CniHttpClient client = Retrying(server.BaseAddress);

        Task call = AskAsync(client, method, Watched);
        await reached.Task;
        _clock.Expire();
        Exception? failure = await Record.ExceptionAsync(() => call);

        Assert.Equal(requests, server.Requests.Count);
        Assert.Equal(requests == 1 ? CniErrorKind.Timeout : null, (failure as CniApiException)?.Kind);
        Assert.Equal(requests == 1, (failure as CniApiException)?.MayHaveHappened ?? false);
    }

    public static TheoryData<string> LostAnswers() => ["reset", "close", "cut", "408", "429", "500", "502", "503", "504", "522", "530"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_POST_whose_response_was_lost_is_never_retried(string fault)
    {
        await using var server = Sequence(
            fault switch
            {
                "reset" => Reset,
                "close" => Close,
                "cut" => Cut,
                _ => Refuse(int.Parse(fault, CultureInfo.InvariantCulture)),
            },
            Works);
        using CniHttpClient client = Retrying(server.BaseAddress);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, "POST", Watched));

        Assert.Equal(fault != "429", failure.MayHaveHappened);
        Assert.Single(server.Requests);
        Assert.Empty(_retries);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_request_without_a_connection_is_retried(string method)
    {
        using CniHttpClient client = Retrying(new Uri(ScriptedServer.DeadAddress()));

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, method, Watched));

        Assert.True(failure.ServerUnreachable);
        Assert.False(failure.MayHaveHappened);
        Assert.Equal(4, _retries.Count);
    }

    [Fact]
    public async Task A_POST_without_a_secure_connection_is_retried()
    {
        using X509Certificate2 certificate = Certificates.SelfSigned();
        await using var server = ScriptedServer.StartTls(certificate, Works);
        using CniHttpClient client = Retrying(server.BaseAddress);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, "POST", Watched));

        Assert.Equal((CniErrorKind.TlsFailed, false), (failure.Kind, failure.MayHaveHappened));
        Assert.Equal(4, _retries.Count);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Waits_double_and_vary_randomly()
    {
        await using var server = Sequence(Refuse(503));
        using CniHttpClient middle = Retrying(server.BaseAddress, randomizer: () => 0.5);
        await Assert.ThrowsAsync<CniApiException>(() => AskAsync(middle, "GET", Watched));
        TimeSpan[] waits = [.. _retries.Select(retry => retry.Delay)];
        _retries.Clear();
        using CniHttpClient other = Retrying(server.BaseAddress, randomizer: () => 0.9);
        await Assert.ThrowsAsync<CniApiException>(() => AskAsync(other, "GET", Watched));

        Assert.Equal([0.5, 1, 2, 4], waits.Select(wait => Math.Round(wait.TotalSeconds, 3)));
        Assert.Equal([0.6, 1.2, 2.4, 4.8], _retries.Select(retry => Math.Round(retry.Delay.TotalSeconds, 3)));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("60", 60)]
    [InlineData("date+9", 9)]
    [InlineData("0", 0.5)]
    [InlineData("date+0", 0.5)]
    [InlineData("date+-3600", 0.5)]
    public async Task The_servers_wait_is_used_unless_the_backoff_is_longer(string header, double seconds)
    {
        await using var server = Sequence(exchange => exchange.SendAsync(ScriptedAnswer.Empty(503).With("Retry-After", Written(header))), Works);
        using CniHttpClient client = Retrying(server.BaseAddress);

        await AskAsync(client, "GET", Watched);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(_retries).Delay);
        Assert.Equal(TimeSpan.FromSeconds(seconds), _clock.Passed);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_asks_for_no_wait_does_not_use_up_the_retries_at_once()
    {
        await using var server = Sequence(exchange => exchange.SendAsync(ScriptedAnswer.Empty(429).With("Retry-After", "0")));
        using CniHttpClient client = Retrying(server.BaseAddress);

        await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, "GET", Watched));

        Assert.Equal([0.5, 1, 2, 4], _retries.Select(retry => Math.Round(retry.Delay.TotalSeconds, 3)));
    }

    [Theory]
    [InlineData("61")]
    [InlineData("2147483647")]
    [InlineData("date+3600")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_wait_over_the_maximum_is_not_retried(string header)
    {
        await using var server = Sequence(exchange => exchange.SendAsync(ScriptedAnswer.Empty(429).With("Retry-After", Written(header))), Works);
        using CniHttpClient client = Retrying(server.BaseAddress);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, "GET", Watched));

        Assert.True(failure.RetryAfter > TimeSpan.FromSeconds(60));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(503, true)]
    [InlineData(408, true)]
    [InlineData(429, false)]
    [InlineData(0, true)]
    public async Task A_404_for_a_second_DELETE_means_that_the_first_one_succeeded(int status, bool deleted)
    {
        await using var server = Sequence(status == 0 ? Reset : Refuse(status), Refuse(404));
        using CniHttpClient client = Retrying(server.BaseAddress);

        Exception? failure = await Record.ExceptionAsync(() => AskAsync(client, "DELETE", Watched));

        Assert.Equal(deleted ? null : CniErrorKind.NotFound, (failure as CniApiException)?.Kind);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("429 challenge")]
    [InlineData("503 challenge")]
    public async Task A_challenge_is_not_retried(string answer)
    {
        int status = int.Parse(answer.Split(' ')[0], CultureInfo.InvariantCulture);
        await using var server = Sequence(exchange => exchange.SendAsync(ScriptedAnswer.Html("<title>Just a moment...</title>", status)), Works);
        using CniHttpClient client = Retrying(server.BaseAddress);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, "GET", Watched));

        Assert.Equal((CniErrorKind.Blocked, false), (failure.Kind, failure.IsTransient));
        Assert.Single(server.Requests);
    }

    // .NET itself resends a request if a kept connection was closed instead of a response, unless the request has content.
    [Theory]
    [InlineData("PUT", 2)]
    [InlineData("DELETE", 2)]
    [InlineData("POST", 1)]
    public async Task Only_the_client_resends_a_request_that_changes_something(string method, int requests)
    {
        await using var server = Sequence(Works, Close, method == "DELETE" ? Refuse(404) : Works);
        using CniHttpClient client = Retrying(server.BaseAddress);
        await AskAsync(client, "GET", Watched);

        Exception? failure = await Record.ExceptionAsync(() => AskAsync(client, method, Watched));

        Assert.Equal(method == "POST" ? CniErrorKind.ConnectionFailed : null, (failure as CniApiException)?.Kind);
        Assert.Equal(["GET", .. Enumerable.Repeat(method, requests)], server.Requests.Select(request => request.Method));
        Assert.Equal(requests - 1, _retries.Count);
        Assert.Equal(server.Requests[0].Connection, server.Requests[1].Connection);
    }

    [Fact]
    public async Task A_404_for_the_first_DELETE_is_an_error()
    {
        await using var server = Sequence(Refuse(404));
        using CniHttpClient client = Retrying(server.BaseAddress);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, "DELETE", Watched));

        Assert.Equal(CniErrorKind.NotFound, failure.Kind);
    }

    [Fact]
    public async Task A_wait_before_a_retry_can_be_cancelled_at_once()
    {
        await using var server = Sequence(Refuse(503));
        var held = new TestClock(Attempt, holdsWaits: true);
        using CniHttpClient client = Retrying(server.BaseAddress, clock: held);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        Task call = client.For(Call).GetSettingsAsync(cancel.Token);
        await held.IsWaiting;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_truncated_LOA_is_retried_and_written_once()
    {
        byte[] pdf = Encoding.ASCII.GetBytes($"%PDF-1.7\n{new string('x', 200_000)}\n%%EOF\n");
        var clientHasHeaders = new TaskCompletionSource();
        await using var server = Sequence(
            async exchange =>
            {
                await exchange.SendAsync(ScriptedAnswer.Pdf(pdf).Head(pdf.Length));
                await exchange.SendAsync(pdf[..100_000]);
                await exchange.WaitAsync(clientHasHeaders.Task);
                exchange.Reset();
            },
            exchange => exchange.SendAsync(ScriptedAnswer.Pdf(pdf)));
        using CniHttpClient client = Retrying(server.BaseAddress);
        using var file = new MemoryStream();
        file.Write("head"u8);

        await client.For(new CniCall(AccountId, OnRequest: _ => clientHasHeaders.TrySetResult())).DownloadLoaAsync("n", null, file, Cancellation);

        Assert.Equal([.. "head"u8, .. pdf], file.ToArray());
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Without_retries_a_failure_is_final()
    {
        await using var server = Sequence(Refuse(503), Works);
        using CniHttpClient client = Connect(server);

        await Assert.ThrowsAsync<CniApiException>(() => AskAsync(client, "GET", Watched));

        Assert.Single(server.Requests);
        Assert.Empty(_retries);
    }

    // Responds to each request with the next script, and always with the last one after that.
    private static ScriptedServer Sequence(params Func<Exchange, Task>[] scripts)
    {
        int number = 0;
        return ScriptedServer.Start(exchange => scripts[Math.Min(Interlocked.Increment(ref number), scripts.Length) - 1](exchange));
    }

    private static Func<Exchange, Task> Refuse(int status) => exchange => exchange.SendAsync(ScriptedAnswer.Empty(status));

    private static Task Works(Exchange exchange) => exchange.SendAsync(ScriptedAnswer.Json(exchange.Request.Method == "POST" ? SampleAnswers.Cni : "{}"));

    private static Task Reset(Exchange exchange)
    {
        exchange.Reset();
        return Task.CompletedTask;
    }

    private static Task Close(Exchange exchange)
    {
        exchange.Close();
        return Task.CompletedTask;
    }

    private static async Task Cut(Exchange exchange)
    {
        await exchange.SendAsync(ScriptedAnswer.Json("").Head(1000));
        exchange.Close();
    }

    private static Task AskAsync(CniHttpClient client, string method, CniCall call) => method switch
    {
        "GET" => client.For(call).GetSettingsAsync(Cancellation),
        "PUT" => client.For(call).UpdateSettingsAsync(new CniSettings(1, null), Cancellation),
        "DELETE" => client.For(call).DeleteCniAsync(SampleAnswers.CniId, Cancellation),
        _ => client.For(call).CreateCniAsync(new CniCreation("CNI-0001", new CniMagicSettings("conduit", "", 1500)), Cancellation),
    };

    private CniHttpClient Retrying(Uri address, Func<double>? randomizer = null, TimeProvider? clock = null)
    {
        var options = new CniClientOptions { BaseAddress = address, Credential = CniCredential.FromToken(Token), Timeout = Attempt };
        return new CniHttpClient(options, handler: null, clock ?? _clock, randomizer ?? (() => 0.5));
    }

    private string Written(string header) => header.StartsWith("date+", StringComparison.Ordinal)
        ? _clock.GetUtcNow().AddSeconds(int.Parse(header[5..], CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture)
        : header;

}
