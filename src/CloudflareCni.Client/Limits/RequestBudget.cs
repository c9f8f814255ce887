using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Tracks the requests that a credential can send in a sliding window, those that it has sent, and those that wait.</summary>
/// <remarks>
/// Requests are queued in order. The time of a lease is calculated from the requests that were sent, and recalculated after each change: when a request
/// leaves the queue, and when the server reports its limit. What the server reports is valid for five minutes, which is the length of its own lockout,
/// unless a response repeats it. So one unusual response can't stop a session.
/// </remarks>
internal sealed class RequestBudget(TimeProvider clock)
{
    /// <summary>The window of Cloudflare's published limit, to which the user's limit applies.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();
    private readonly List<DateTimeOffset> _sent = [];
    private readonly LinkedList<Lease> _queue = new();
    private TaskCompletionSource<bool> _changed = NewSignal();
    private (int Quota, TimeSpan Window)? _policy;
    private DateTimeOffset _policyUntil;
    private int _left;
    private DateTimeOffset _leftUntil;
    private DateTimeOffset _closedUntil;

    /// <summary>Joins the queue.</summary>
    /// <param name="limit">The maximum number of requests in five minutes.</param>
    /// <returns>The lease. If it's disposed before it's taken, the request leaves the queue.</returns>
    public Lease Join(int limit)
    {
        lock (_gate)
        {
            var lease = new Lease(this, limit);
            lease.Node = _queue.AddLast(lease);
            Admit();
            return lease;
        }
    }

    /// <summary>Admits the requests whose time has come.</summary>
    public void Advance()
    {
        lock (_gate)
        {
            Admit();
        }
    }

    /// <summary>Adopts the server's policy. It applies in addition to the user's limit, so a short window never relaxes that limit.</summary>
    public void UpdatePolicy(int quota, TimeSpan window) => Change(now =>
    {
        _policy = (quota, window);
        _policyUntil = now + Window;
    });

    /// <summary>Adopts the server's number of remaining requests, which includes requests by other clients, until the reset.</summary>
    public void UpdateRemaining(int left, TimeSpan reset) => Change(now =>
    {
        _left = left;
        _leftUntil = now + Believed(reset);
    });

    /// <summary>Stops all requests for a time, because the server rejects them.</summary>
    public void Close(TimeSpan time) => Change(now => _closedUntil = Later(_closedUntil, now + Believed(time)));

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TimeSpan Believed(TimeSpan time) => time < Window ? time : Window;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Change(Action<DateTimeOffset> change)
    {
        lock (_gate)
        {
            change(clock.GetUtcNow());
            Rethink();
        }
    }

    // The requests that wait have calculated their time from outdated values.
    private void Rethink()
    {
        Admit();
        if (_queue.Count > 0)
        {
            _changed.TrySetResult(true);
            _changed = NewSignal();
        }
    }

    private void Admit()
    {
        DateTimeOffset now = clock.GetUtcNow();
        Forget(now);
        while (_queue.First is { Value: var first } node && Next(_sent, first.Limit, _left, now) <= now)
        {
            _queue.Remove(node);
            _sent.Add(now);
            _left--;
            first.Admit(now);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        TimeSpan longest = _policy is { } policy && policy.Window > Window ? policy.Window : Window;
        int old = _sent.FindIndex(time => time + longest > now);
        _sent.RemoveRange(0, old < 0 ? _sent.Count : old);
    }

    // When one more request can be sent, after those that were sent.
    private DateTimeOffset Next(List<DateTimeOffset> sent, int limit, int left, DateTimeOffset now)
    {
        DateTimeOffset time = Later(now, _closedUntil);
        time = Later(time, Free(sent, limit, Window));
        if (_policy is { } policy)
        {
            DateTimeOffset free = Free(sent, policy.Quota, policy.Window);
            time = Later(time, free < _policyUntil ? free : _policyUntil);
        }

        return left <= 0 ? Later(time, _leftUntil) : time;
    }

    private static DateTimeOffset Free(List<DateTimeOffset> sent, int count, TimeSpan window) =>
        sent.Count < count ? DateTimeOffset.MinValue : sent[sent.Count - count] + window;

    // How long a lease has to wait if nothing changes and those before it are sent as soon as possible.
    private TimeSpan Estimate(Lease lease)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var sent = new List<DateTimeOffset>(_sent);
        int left = _left;
        foreach (Lease one in _queue)
        {
            sent.Add(Later(Next(sent, one.Limit, left--, now), sent.Count == 0 ? now : sent[sent.Count - 1]));
            if (one == lease)
            {
                break;
            }
        }

        // Timers have a resolution of one millisecond.
        return TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((sent[sent.Count - 1] - now).TotalMilliseconds)));
    }

    /// <summary>The right to send one request, once its turn comes.</summary>
    internal sealed class Lease(RequestBudget budget, int limit) : IDisposable
    {
        private readonly TaskCompletionSource<bool> _admitted = NewSignal();
        private DateTimeOffset? _time;
        private bool _taken;

        public int Limit => limit;

        public LinkedListNode<Lease>? Node { get; set; }

        /// <summary>Returns how long the request still has to wait. Returns <c>null</c> if it can be sent; the lease is then taken.</summary>
        public Waiting? Take()
        {
            lock (budget._gate)
            {
                if (_time is not null)
                {
                    _taken = true;
                    return null;
                }

                bool isPolicy = budget._policy is { } policy && policy.Quota / policy.Window.TotalSeconds < limit / Window.TotalSeconds;
                return new Waiting(
                    budget.Estimate(this),
                    isPolicy ? budget._policy!.Value.Quota : limit,
                    isPolicy ? budget._policy!.Value.Window : Window,
                    Task.WhenAny(_admitted.Task, budget._changed.Task));
            }
        }

        /// <summary>Admits the request.</summary>
        public void Admit(DateTimeOffset time)
        {
            _time = time;
            _admitted.TrySetResult(true);
        }

        public void Dispose()
        {
            lock (budget._gate)
            {
                if (_taken)
                {
                    return;
                }

                if (_time is { } time)
                {
                    budget._sent.Remove(time);
                    budget._left++;
                }
                else if (Node?.List is not null)
                {
                    budget._queue.Remove(Node);
                }

                budget.Rethink();
            }
        }
    }

    /// <summary>Describes a wait.</summary>
    /// <param name="Delay">The current estimate of the wait.</param>
    /// <param name="Limit">The maximum number of requests in the window.</param>
    /// <param name="Window">The window that applies.</param>
    /// <param name="Changed">A task that completes when the wait is over or its estimate changes.</param>
    internal sealed record Waiting(TimeSpan Delay, int Limit, TimeSpan Window, Task Changed);
}
