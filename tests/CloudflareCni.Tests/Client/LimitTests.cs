using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Clock;
using CloudflareCni.Tests.Wire;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>Tests the client's own rate limit. Each test has its own clock, so its budgets are separate.</summary>
public sealed class LimitTests : ClientTest
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(60));
    private readonly ConcurrentQueue<CniThrottleReport> _waits = new();

    private CniCall Watched => new(AccountId, OnThrottle: _waits.Enqueue);

    [Fact]
    public async Task A_window_never_has_more_requests_than_the_limit()
    {
        const int Limit = 7;
        var clock = new TestClock();
        var times = new ConcurrentQueue<DateTimeOffset>();
        await using var server = ScriptedServer.Start(exchange =>
        {
            times.Enqueue(clock.GetUtcNow());
            return exchange.SendAsync(ScriptedAnswer.Json("{}"));
        });
        using CniHttpClient one = Limited(server, Limit, clock: clock);
        using CniHttpClient two = Limited(server, Limit, clock: clock);

        for (int i = 0; i < 30; i++)
        {
            await (i % 2 == 0 ? one : two).For(Watched).GetSettingsAsync(Cancellation);
            clock.Advance(TimeSpan.FromSeconds(i * 3 % 40));
        }

        Assert.All(times.Zip(times.Skip(Limit)), pair => Assert.True(pair.Second - pair.First >= Window));
        Assert.True(times.Last() - times.First() >= Window * 4);
        Assert.All(_waits, wait => Assert.Equal((Limit, Window), (wait.Limit, wait.Window)));
        Assert.NotEmpty(_waits);
    }

    [Fact]
    public async Task Each_credential_has_one_limit()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient one = Limited(server, 2);
        using CniHttpClient two = Limited(server, 2);
        using CniHttpClient other = Limited(server, 2, "another-token-0123456789");
        using CniHttpClient free = Limited(server, null);

        await one.For(Watched).GetSettingsAsync(Cancellation);
        await two.For(Watched).GetSettingsAsync(Cancellation);
        await other.For(Watched).GetSettingsAsync(Cancellation);
        for (int i = 0; i < 10; i++)
        {
            await free.For(Watched).GetSettingsAsync(Cancellation);
        }

        Assert.Empty(_waits);
        Task third = one.For(Watched).GetSettingsAsync(Cancellation);
        Assert.Equal(Window, Assert.Single(_waits).Delay);
        Assert.False(third.IsCompleted);
        _clock.Advance(Window);
        await third;
    }

    [Fact]
    public async Task Requests_are_sent_in_order_and_a_cancelled_one_frees_its_place()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Limited(server, 1);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await client.For(Watched).GetSettingsAsync(Cancellation);

        Task second = client.For(new CniCall("second")).GetSettingsAsync(Cancellation);
        Task third = client.For(new CniCall("third", OnThrottle: _waits.Enqueue)).GetSettingsAsync(cancel.Token);
        Task fourth = client.For(new CniCall("fourth", OnThrottle: _waits.Enqueue)).GetSettingsAsync(Cancellation);
        Assert.Equal([Window * 2, Window * 3], _waits.Select(wait => wait.Delay));

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        _clock.Advance(Window);
        await second;
        await UntilAsync(() => _waits.Any(wait => wait.Delay <= Window * 2) && _waits.Count > 2);
        Assert.False(fourth.IsCompleted);

        // Its new wait can begin a moment after it's reported.
        while (!fourth.IsCompleted)
        {
            _clock.Advance(Window);
            await Task.WhenAny(fourth, Task.Delay(1, Cancellation));
        }

        await fourth;
        Assert.Equal([AccountId, "second", "fourth"], server.Requests.Select(request => request.Target.Split('/')[4]));
    }

    [Fact]
    public async Task The_servers_policy_can_tighten_the_limit_but_not_relax_it()
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Json("{}").With("Ratelimit-Policy", "\"default\";q=2;w=10"));
        using CniHttpClient client = Limited(server, 3);

        await client.For(Watched).GetSettingsAsync(Cancellation);
        await client.For(Watched).GetSettingsAsync(Cancellation);
        Task third = client.For(Watched).GetSettingsAsync(Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(10), _waits.Last().Delay);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await third;
        Task fourth = client.For(Watched).GetSettingsAsync(Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(290), _waits.Last().Delay);
        _clock.Advance(TimeSpan.FromSeconds(290));
        await fourth;
    }

    [Fact]
    public async Task The_requests_of_other_clients_count()
    {
        int left = 1;
        await using var server = ScriptedServer.Start(exchange =>
            exchange.SendAsync(ScriptedAnswer.Json("{}").With("Ratelimit", $"\"default\";r={Math.Max(0, left--)};t=30")));
        using CniHttpClient client = Limited(server, 100);

        await client.For(Watched).GetSettingsAsync(Cancellation);
        await client.For(Watched).GetSettingsAsync(Cancellation);
        Task third = client.For(Watched).GetSettingsAsync(Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(_waits).Delay);
        _clock.Advance(TimeSpan.FromSeconds(30));
        await third;
    }

    [Fact]
    public async Task After_a_429_no_request_is_sent_for_as_long_as_the_server_asks()
    {
        int number = 0;
        await using var server = ScriptedServer.Start(exchange => exchange.SendAsync(
            number++ == 0 ? ScriptedAnswer.Empty(429).With("Retry-After", "300") : ScriptedAnswer.Json("{}")));
        using CniHttpClient one = Limited(server, 100);
        using CniHttpClient two = Limited(server, 100);

        await Assert.ThrowsAsync<CniApiException>(() => one.For(Watched).GetSettingsAsync(Cancellation));
        Task next = two.For(Watched).GetSettingsAsync(Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(300), Assert.Single(_waits).Delay);
        Assert.Single(server.Requests);
        _clock.Advance(TimeSpan.FromSeconds(300));
        await next;
    }

    [Fact]
    public void Requests_that_wait_for_Retry_After_are_not_sent_all_at_once()
    {
        var budget = new RequestBudget(_clock);
        budget.Close(TimeSpan.MaxValue);
        List<RequestBudget.Lease> leases = [.. Enumerable.Range(0, 10).Select(_ => budget.Join(3))];
        _clock.Advance(Window);
        budget.Advance();

        TimeSpan?[] delays = [.. leases.Select(lease => lease.Take()?.Delay)];

        Assert.Equal([null, null, null, Window, Window, Window, Window * 2, Window * 2, Window * 2, Window * 3], delays);
    }

    [Fact]
    public void Requests_that_wait_for_the_servers_reset_do_not_exceed_the_limit()
    {
        var budget = new RequestBudget(_clock);
        budget.UpdateRemaining(0, TimeSpan.FromSeconds(30));

        TimeSpan?[] delays = [.. Enumerable.Range(0, 5).Select(_ => budget.Join(2).Take()?.Delay)];

        TimeSpan reset = TimeSpan.FromSeconds(30);
        Assert.Equal([reset, reset, reset + Window, reset + Window, reset + (Window * 2)], delays);
    }

    /// <summary>Every way in which a server or the user's own limit can require a long wait.</summary>
    public static TheoryData<string, string, int> LongWaits() => new()
    {
        { "Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", 100 },
        { "Retry-After", "2147483647", 100 },
        { "Retry-After", "61", 100 },
        { "Ratelimit", "\"default\";r=0;t=86400", 100 },
        { "Ratelimit-Policy", "\"default\";q=1;w=86400", 100 },
        { "X-Nothing", "of the server's", 1 },
    };

    [Theory]
    [MemberData(nameof(LongWaits))]
    public async Task A_wait_over_the_maximum_is_an_error_at_once_and_does_not_block_the_session(string header, string value, int limit)
    {
        int number = 0;
        await using var server = ScriptedServer.Start(exchange => exchange.SendAsync(
            number++ == 0 ? ScriptedAnswer.Json("{}", header == "Retry-After" ? 429 : 200).With(header, value) : ScriptedAnswer.Json("{}")));
        using CniHttpClient first = Limited(server, limit, longestWaitSeconds: 60);
        using CniHttpClient second = Limited(server, limit, longestWaitSeconds: 60);
        await Record.ExceptionAsync(() => first.For(Watched).GetSettingsAsync(Cancellation));

        CniApiException refused = await Assert.ThrowsAsync<CniApiException>(() => second.For(Watched).GetSettingsAsync(Cancellation));

        Assert.Equal((CniErrorKind.RateLimited, true, false), (refused.Kind, refused.NeverSent, refused.MayHaveHappened));
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromSeconds(61), Window);
        Assert.Contains("wasn't sent", refused.Message, StringComparison.Ordinal);
        Assert.Contains("60 seconds", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_waits);
        Assert.Single(server.Requests);

        // The queue is empty, and what the server reported is valid only for the length of its own lockout.
        _clock.Advance(Window);
        await second.For(Watched).GetSettingsAsync(Cancellation);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_wait_of_exactly_the_maximum_is_allowed()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Limited(server, 1, longestWaitSeconds: Window.TotalSeconds);
        await client.For(Watched).GetSettingsAsync(Cancellation);

        Task second = client.For(Watched).GetSettingsAsync(Cancellation);
        Assert.Equal(Window, Assert.Single(_waits).Delay);
        _clock.Advance(Window);

        await second;
    }

    [Fact]
    public async Task A_new_policy_applies_to_requests_that_already_wait()
    {
        var budget = new RequestBudget(_clock);
        RequestBudget.Lease[] leases = [.. Enumerable.Range(0, 3).Select(_ => budget.Join(1))];
        Assert.Null(leases[0].Take());
        RequestBudget.Waiting before = leases[1].Take()!;

        budget.UpdatePolicy(1, TimeSpan.FromHours(1));

        await before.Changed.WaitAsync(Cancellation);
        // The server's policy is valid for five minutes. Then the user's own limit spaces the requests.
        Assert.Equal([Window, Window * 2], leases[1..].Select(lease => lease.Take()!.Delay));
        Assert.Equal((1, TimeSpan.FromHours(1)), (leases[1].Take()!.Limit, leases[1].Take()!.Window));
    }

    [Fact]
    public void An_unused_lease_frees_its_place()
    {
        var budget = new RequestBudget(_clock);
        RequestBudget.Lease first = budget.Join(1);
        RequestBudget.Lease second = budget.Join(1);

        first.Dispose();

        Assert.Null(second.Take());
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(1, Cancellation);
        }
    }

    private CniHttpClient Limited(ScriptedServer server, int? limit, string token = Token, double longestWaitSeconds = 86400, TimeProvider? clock = null)
    {
        var options = new CniClientOptions
        {
            BaseAddress = server.BaseAddress,
            Credential = CniCredential.FromToken(token),
            Timeout = Timeout.InfiniteTimeSpan,
            MaximumRetryCount = 0,
            MaximumRetryAfter = TimeSpan.FromSeconds(longestWaitSeconds),
            RequestLimit = limit,
        };
        return new CniHttpClient(options, handler: null, clock ?? _clock);
    }
}
