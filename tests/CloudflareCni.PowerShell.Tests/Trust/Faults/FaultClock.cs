using System;
using System.Collections.Generic;
using System.Threading;

namespace CloudflareCni.PowerShell.Tests.Trust;

/// <summary>
/// A clock on which nobody waits. A wait before another try is noted, moves the clock and ends at once; an attempt's time is up only when the server says
/// that it will say nothing more.
/// </summary>
/// <param name="attempt">The length of an attempt, by which its timer is told from a wait.</param>
internal sealed class FaultClock(TimeSpan attempt) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _attempts = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _passed;

    /// <summary>Told of each wait before it ends.</summary>
    public Action? Waiting { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The waits, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    /// <summary>How long waits and timeouts took together.</summary>
    public TimeSpan Passed
    {
        get
        {
            lock (_gate)
            {
                return _passed;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The time of the attempt under way is up.</summary>
    public void Expire()
    {
        Timer[] due;
        lock (_gate)
        {
            due = [.. _attempts];
            _attempts.Clear();
            Pass(attempt);
        }

        foreach (Timer timer in due)
        {
            timer.Fire();
        }
    }

    private void Pass(TimeSpan time)
    {
        _now += time;
        _passed += time;
    }

    private void Start(Timer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            if (dueTime == attempt)
            {
                _attempts.Add(timer);
                return;
            }

            _waits.Add(dueTime);
            Pass(dueTime);
        }

        Waiting?.Invoke();
        ThreadPool.QueueUserWorkItem(_ => timer.Fire());
    }

    private void Stop(Timer timer)
    {
        lock (_gate)
        {
            _attempts.Remove(timer);
        }
    }

    private sealed class Timer(FaultClock clock, TimerCallback callback, object? state) : ITimer
    {
        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Stop(this);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                clock.Start(this, dueTime);
            }

            return true;
        }

        public void Dispose() => clock.Stop(this);

        public System.Threading.Tasks.ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
