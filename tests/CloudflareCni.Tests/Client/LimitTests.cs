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

/// <summary>The rate limit that is kept before it is hit. Each test's own clock makes its credentials its own.</summary>
public sealed class LimitTests : ClientTest
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(60));
    private readonly ConcurrentQueue<CniThrottleReport> _waits = new();

    private CniCall Watched => new(AccountId, OnThrottle: _waits.Enqueue);

    [Fact]
    public async Task No_window_has_more_requests_than_the_limit()
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
    public async Task One_credential_has_one_limit_and_another_its_own()
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
    public async Task Nobody_is_overtaken_and_who_leaves_gives_the_place_back()
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

        // Its new wait may begin a moment later than it is told of.
        while (!fourth.IsCompleted)
        {
            _clock.Advance(Window);
            await Task.WhenAny(fourth, Task.Delay(1, Cancellation));
        }

        await fourth;
        Assert.Equal([AccountId, "second", "fourth"], server.Requests.Select(request => request.Target.Split('/')[4]));
    }

    [Fact]
    public async Task The_servers_policy_tightens_the_limit_and_never_loosens_it()
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
    public async Task What_others_used_counts()
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
    public async Task A_refusal_closes_the_limit_for_as_long_as_the_server_says()
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
    public void Those_who_wait_while_the_server_is_closed_don_t_come_back_all_at_once()
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
    public void Those_who_wait_for_the_servers_count_don_t_exceed_the_limit_when_it_starts_anew()
    {
        var budget = new RequestBudget(_clock);
        budget.Agree(0, TimeSpan.FromSeconds(30));

        TimeSpan?[] delays = [.. Enumerable.Range(0, 5).Select(_ => budget.Join(2).Take()?.Delay)];

        TimeSpan reset = TimeSpan.FromSeconds(30);
        Assert.Equal([reset, reset, reset + Window, reset + Window, reset + (Window * 2)], delays);
    }

    /// <summary>Every way for a server, or the user's own limit, to ask for a long wait.</summary>
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
    public async Task A_wait_that_is_longer_than_allowed_is_an_error_at_once_and_none_stops_a_session_for_long(string header, string value, int limit)
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

        // Nobody is left in the queue, and what the server said counts no longer than its own lock-out lasts.
        _clock.Advance(Window);
        await second.For(Watched).GetSettingsAsync(Cancellation);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_is_as_long_as_allowed_is_waited()
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
    public async Task A_policy_that_comes_while_others_wait_counts_for_them()
    {
        var budget = new RequestBudget(_clock);
        RequestBudget.Lease[] leases = [.. Enumerable.Range(0, 3).Select(_ => budget.Join(1))];
        Assert.Null(leases[0].Take());
        RequestBudget.Waiting before = leases[1].Take()!;

        budget.Adopt(1, TimeSpan.FromHours(1));

        await before.Changed.WaitAsync(Cancellation);
        // The server's word counts for five minutes; then the user's own limit spaces them.
        Assert.Equal([Window, Window * 2], leases[1..].Select(lease => lease.Take()!.Delay));
        Assert.Equal((1, TimeSpan.FromHours(1)), (leases[1].Take()!.Limit, leases[1].Take()!.Window));
    }

    [Fact]
    public void A_place_that_was_not_used_is_free_again()
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

    private CniHttpClient Limited(ScriptedServer server, int? limit, string token = Token, double longestWaitSeconds = 86400, TimeProvider? clock = null) => new(new CniClientOptions
    {
        BaseAddress = server.BaseAddress,
        Credential = new CniTokenCredential(token),
        TimeProvider = clock ?? _clock,
        Timeout = Timeout.InfiniteTimeSpan,
        MaximumRetryCount = 0,
        MaximumRetryAfter = TimeSpan.FromSeconds(longestWaitSeconds),
        RequestLimit = limit,
    });
}
