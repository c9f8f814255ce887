using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class InterconnectWatchTests
{
    private static readonly string[] UpAndDown = ["Down", "Down", "Pending", "Down", "down", "Pending", "New"];

    private readonly InterconnectWatch _watch = new("fra03-fr5-3", ["Healthy", "Unhealthy"]);

    [Fact]
    public void Any_state_waited_for_is_reached_and_case_does_not_matter()
    {
        Assert.False(_watch.HasReached);
        _watch.Observe("Pending");
        Assert.False(_watch.HasReached);
        _watch.Observe("UNHEALTHY");
        Assert.True(_watch.HasReached);
        Assert.Equal("Pending -> UNHEALTHY", _watch.History);
    }

    [Fact]
    public void Each_return_to_an_earlier_state_is_a_flap()
    {
        Assert.Equal([false, false, false, true, false, true, false], UpAndDown.Select(_watch.Observe));
    }

    [Fact]
    public void Only_the_end_of_a_long_history_is_shown()
    {
        for (int i = 0; i < 20; i++)
        {
            _watch.Observe($"s{i}");
        }

        Assert.Equal("… -> s12 -> s13 -> s14 -> s15 -> s16 -> s17 -> s18 -> s19", _watch.History);
    }

    [Fact]
    public void Progress_counts_the_interconnects_in_each_state()
    {
        var others = new InterconnectWatch[] { new("b", ["Healthy"]), new("c", ["Healthy"]), new("d", ["Healthy"]) };
        _watch.Observe("Down");
        others[0].Observe("DOWN");
        others[1].Observe("Pending");

        Assert.Equal(
            "3 of 7 ready (2 Down, 1 Pending, 1 unknown), 1:02:03 elapsed, next check in 15 s",
            InterconnectWatch.Progress([_watch, .. others], 7, new TimeSpan(1, 2, 3), TimeSpan.FromSeconds(14.2)));
    }

    [Theory]
    [InlineData(8, "s1 -> ")]
    [InlineData(9, "… -> s2 -> ")]
    public void A_history_of_eight_states_is_shown_completely(int count, string start)
    {
        for (int i = 1; i <= count; i++)
        {
            _watch.Observe($"s{i}");
        }

        Assert.StartsWith(start, _watch.History, StringComparison.Ordinal);
    }

    [Fact]
    public void The_timeout_message_has_the_states_waited_for_and_the_states_seen()
    {
        Assert.Equal(
            "Interconnect fra03-fr5-3 didn't reach the state 'Healthy' or 'Unhealthy' within 90 seconds. Its state couldn't be read.",
            _watch.TimedOut(TimeSpan.FromSeconds(90)).Message);
        _watch.Observe("Down");
        Assert.EndsWith("It was Down throughout.", _watch.TimedOut(TimeSpan.FromSeconds(90)).Message, StringComparison.Ordinal);
        _watch.Observe("Pending");
        var miss = new InvalidOperationException("busy.");
        _watch.RecordFailure(miss);
        CniException late = _watch.TimedOut(TimeSpan.FromSeconds(90));
        Assert.EndsWith("Its states were Down -> Pending. The last check failed: busy.", late.Message, StringComparison.Ordinal);
        Assert.Same(miss, late.InnerException);
        _watch.Observe("Pending");
        Assert.Null(_watch.TimedOut(TimeSpan.FromSeconds(90)).InnerException);
    }
}
