using System;
using System.Collections.Immutable;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>Ctrl+C in a wait between requests ends the wait itself: nobody is left who would go on when it is over.</summary>
public sealed class StoppingWaitsTests
{
    private const int TimeoutSec = 86400;
    private const string Two = "$args | Get-CniSlot -Verbose";

    [Theory]
    [InlineData("-MaximumRetryAfterSec 3600", 503, "3600")]
    [InlineData("-RequestLimit 1", 200, "0")]
    public async Task A_wait_ends_with_its_command(string options, int status, string retryAfter)
    {
        var clock = new CountingClock();
        using var server = ScriptedServer.Always(new ScriptedAnswer(status, Samples.SlotJson(1)) with
        {
            Headers = ImmutableDictionary<string, string>.Empty.Add("Retry-After", retryAfter),
        });
        using Session session = server.Connect(timeoutSec: TimeoutSec, options: options);
        ConnectionClock.Set(session.Must("Get-CniConnection").Output.Single().BaseObject, clock);

        using RunningScript script = session.Start(Two, Samples.Id(1), Samples.Id(2));
        await clock.IsWaiting.Soon();
        Assert.False(script.Ended.IsCompleted);
        Assert.Equal(1, clock.Waits);
        await script.StopAsync().Soon();

        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
        await clock.IsIdle.Soon();
        Assert.Equal(0, clock.Waits);
        Assert.Empty(script.Streams.Error);
        Assert.Single(server.Requests);
    }

    /// <summary>A clock that stands still, and counts who waits for it, requests' timeouts apart.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private readonly TaskCompletionSource _waiting = Patience.Signal();
        private readonly TaskCompletionSource _idle = Patience.Signal();
        private int _waits;

        public int Waits => Volatile.Read(ref _waits);

        /// <summary>Ends when the first wait begins.</summary>
        public Task IsWaiting => _waiting.Task;

        /// <summary>Ends when nobody waits any more.</summary>
        public Task IsIdle => _idle.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            dueTime == TimeSpan.FromSeconds(TimeoutSec) ? base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period) : new Wait(this);

        private sealed class Wait : ITimer
        {
            private readonly CountingClock _clock;
            private int _ended;

            public Wait(CountingClock clock)
            {
                _clock = clock;
                Interlocked.Increment(ref clock._waits);
                clock._waiting.TrySetResult();
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                if (Interlocked.Exchange(ref _ended, 1) == 0 && Interlocked.Decrement(ref _clock._waits) == 0)
                {
                    _clock._idle.TrySetResult();
                }
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
