using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

/// <summary>Tests when a wait checks again, and when it ends.</summary>
public sealed class WaitPlanTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_last_check_is_at_the_end_of_the_wait()
    {
        var plan = new WaitPlan(total: 1, Start, timeoutSec: 40, pollIntervalSec: 30);

        Assert.Equal(Start.AddSeconds(30), plan.NextCheck(1, Start));
        Assert.Equal(Start.AddSeconds(40), plan.NextCheck(1, Start.AddSeconds(30)));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 39, false)]
    [InlineData(1, 40, true)]
    public void A_wait_ends_when_all_interconnects_are_ready_or_at_its_timeout(int count, int elapsedSec, bool isOver) =>
        Assert.Equal(isOver, new WaitPlan(total: 2, Start, timeoutSec: 40, pollIntervalSec: null).IsOver(count, Start.AddSeconds(elapsedSec)));

    [Fact]
    public void The_percentage_counts_the_ready_interconnects()
    {
        var plan = new WaitPlan(total: 4, Start, timeoutSec: 40, pollIntervalSec: null);

        Assert.Equal((0, 75, 100), (plan.Percent(4), plan.Percent(1), plan.Percent(0)));
    }
}
