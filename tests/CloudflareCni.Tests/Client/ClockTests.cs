using System;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Clock;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class ClockTests
{
    [Fact]
    public async Task A_wait_returns_the_time_after_it()
    {
        var time = new TestClock();
        DateTimeOffset start = time.GetUtcNow();

        DateTimeOffset after = await new CniClock(time).PauseAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);

        Assert.Equal([TimeSpan.FromSeconds(15)], time.Waits);
        Assert.Equal(start.AddSeconds(15), after);
    }

    [Fact]
    public async Task A_wait_ends_when_it_is_cancelled()
    {
        var time = new TestClock(holdsWaits: true);
        using var cancel = new CancellationTokenSource();
        Task wait = new CniClock(time).PauseAsync(TimeSpan.FromDays(1), cancel.Token);
        await time.IsWaiting;
        cancel.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal(0, time.Held);
    }
}
