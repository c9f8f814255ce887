using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Clock;

/// <summary>
/// A clock without real waits. A wait is recorded, advances the clock and ends at once, or is held until it's cancelled. An attempt times out only when the
/// test says so. So the times don't depend on which side is faster.
/// </summary>
/// <param name="attempt">The timeout of an attempt, by which its timer is distinguished from a wait, or <see langword="null"/> if attempts have no timeout.</param>
/// <param name="holdsWaits">true if waits don't end by themselves; otherwise, false.</param>
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

    /// <summary>Gets or sets a callback for each wait, before it ends.</summary>
    public Action? Waiting { get; set; }

    /// <summary>Gets a task that completes when the first wait begins.</summary>
    public Task IsWaiting => _waiting.Task;

    /// <summary>Gets a task that completes when the last held wait is cancelled.</summary>
    public Task IsIdle => _idle.Task;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Gets the number of waits that are held.</summary>
    public int Held => Get(() => _held);

    /// <summary>Gets the waits, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits => Get<IReadOnlyList<TimeSpan>>(() => [.. _waits]);

    /// <summary>Gets the total time of waits and of attempts that timed out.</summary>
    public TimeSpan Passed => Get(() => _passed);

    public override DateTimeOffset GetUtcNow() => Get(() => _now);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Advances the clock without ending a wait.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            Pass(time);
        }
    }

    /// <summary>Lets the current attempts time out.</summary>
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
