using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Clock;

/// <summary>
/// The one clock on which nobody waits. A wait is noted, moves the clock and ends at once, or is held until it is given up; an attempt's time is up only when
/// the test says so. Whoever is faster, the times are the same.
/// </summary>
/// <param name="attempt">The length of an attempt, by which its timer is told from a wait; null when attempts have no end.</param>
/// <param name="holdsWaits">Whether waits don't end by themselves.</param>
internal sealed class TestClock(TimeSpan? attempt = null, bool holdsWaits = false) : TimeProvider
{
#if NET9_0_OR_GREATER
    private readonly Lock _gate = new();
#else
    private readonly object _gate = new();
#endif
    private readonly List<Timer> _attempts = [];
    private readonly List<TimeSpan> _waits = [];
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _passed;
    private int _held;

    /// <summary>Told of each wait before it ends.</summary>
    public Action? Waiting { get; set; }

    /// <summary>Ends when the first wait begins.</summary>
    public Task IsWaiting => _waiting.Task;

    /// <summary>Ends when a wait was held and no wait is held any more.</summary>
    public Task IsIdle => _idle.Task;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Gets how many waits are held.</summary>
    public int Held => Get(() => _held);

    /// <summary>Gets the waits, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits => Get<IReadOnlyList<TimeSpan>>(() => [.. _waits]);

    /// <summary>Gets how long waits and attempts that ran out of time took together.</summary>
    public TimeSpan Passed => Get(() => _passed);

    public override DateTimeOffset GetUtcNow() => Get(() => _now);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and ends no wait.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            Pass(time);
        }
    }

    /// <summary>The time of the attempts under way is up.</summary>
    public void Expire()
    {
        Timer[] due;
        lock (_gate)
        {
            due = [.. _attempts];
            _attempts.Clear();
            Pass(attempt ?? TimeSpan.Zero);
        }

        foreach (Timer timer in due)
        {
            timer.Fire();
        }
    }

    private T Get<T>(Func<T> value)
    {
        lock (_gate)
        {
            return value();
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
            if (holdsWaits)
            {
                timer.IsHeld = true;
                _held++;
            }
            else
            {
                Pass(dueTime);
            }
        }

        Waiting?.Invoke();
        _waiting.TrySetResult();
        if (!holdsWaits)
        {
            ThreadPool.QueueUserWorkItem(_ => timer.Fire());
        }
    }

    private void Stop(Timer timer)
    {
        lock (_gate)
        {
            _attempts.Remove(timer);
            if (!timer.IsHeld)
            {
                return;
            }

            timer.IsHeld = false;
            if (--_held == 0)
            {
                _idle.TrySetResult();
            }
        }
    }

    private sealed class Timer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        public bool IsHeld { get; set; }

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

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
