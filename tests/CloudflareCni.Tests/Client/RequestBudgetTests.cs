using System;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Client;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>Tests what a budget counts, and what it says about a wait.</summary>
public sealed class RequestBudgetTests
{
    private static readonly TimeSpan Reset = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(60));
    private readonly RequestBudget _budget;

    public RequestBudgetTests() => _budget = new RequestBudget(_clock);

    [Fact]
    public void Each_request_uses_one_of_those_that_the_server_has_left()
    {
        _budget.UpdateRemaining(2, Reset);

        Assert.Equal([null, null, Reset], Delays(3));
    }

    [Fact]
    public void A_request_that_is_not_sent_gives_back_what_the_server_has_left()
    {
        _budget.UpdateRemaining(1, Reset);

        _budget.Join(100).Dispose();

        Assert.Equal([null, Reset], Delays(2));
    }

    [Fact]
    public void Those_that_wait_count_what_the_server_has_left_too()
    {
        TimeSpan closed = TimeSpan.FromSeconds(10);
        _budget.UpdateRemaining(1, Reset);
        _budget.Close(closed);

        Assert.Equal([closed, Reset, Reset], Delays(3));
    }

    [Fact]
    public void A_request_with_a_higher_limit_does_not_overtake()
    {
        Assert.Null(_budget.Join(1).Take());
        RequestBudget.Lease second = _budget.Join(1);
        RequestBudget.Lease third = _budget.Join(100);

        Assert.Equal(RequestBudget.Window, second.Take()!.Delay);
        Assert.Equal(RequestBudget.Window, third.Take()!.Delay);
    }

    [Theory]
    [InlineData(2, 3600, 3, 2, 3600)] // the policy is stricter
    [InlineData(100, 10, 1, 1, 300)] // the user's limit is
    [InlineData(1, 30, 10, 10, 300)] // both are the same
    public void A_wait_names_the_stricter_limit(int quota, int windowSec, int limit, int shownLimit, int shownSec)
    {
        _budget.UpdatePolicy(quota, TimeSpan.FromSeconds(windowSec));
        _budget.Close(Reset);

        RequestBudget.Waiting waiting = _budget.Join(limit).Take()!;

        Assert.Equal((shownLimit, shownSec), (waiting.Limit, waiting.Window.TotalSeconds));
    }

    [Fact]
    public async Task A_request_that_is_admitted_is_told()
    {
        Assert.Null(_budget.Join(1).Take());
        RequestBudget.Lease second = _budget.Join(1);
        RequestBudget.Waiting waiting = second.Take()!;

        _clock.Advance(RequestBudget.Window);
        _budget.Advance();

        await waiting.Changed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Null(second.Take());
    }

    private TimeSpan?[] Delays(int count) => [.. Enumerable.Range(0, count).Select(_ => _budget.Join(100).Take()?.Delay)];
}
