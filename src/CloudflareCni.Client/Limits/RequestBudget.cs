using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>How many requests a credential may send in a sliding window, how many it has sent, and who waits to send.</summary>
/// <remarks>
/// Requests queue, so that none is overtaken. When a lease comes free is worked out from the requests that were sent, and again at each change: a request
/// that leaves the queue, and what the server says about its limit, count for all that still wait. What the server says counts for five minutes, its own
/// lock-out, unless a response says it again: one odd response doesn't stop a session.
/// </remarks>
internal sealed class RequestBudget(TimeProvider clock)
{
    /// <summary>The window of Cloudflare's published limit, which the user's number is for.</summary>
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
    /// <param name="limit">How many requests five minutes may have.</param>
    /// <returns>The lease. Disposing of it before it is taken leaves the queue.</returns>
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

    /// <summary>Lets those through whose time has come.</summary>
    public void Advance()
    {
        lock (_gate)
        {
            Admit();
        }
    }

    /// <summary>Adopts the server's policy. It counts beside the user's limit, so that a short window never loosens that.</summary>
    public void Adopt(int quota, TimeSpan window) => Change(now =>
    {
        _policy = (quota, window);
        _policyUntil = now + Window;
    });

    /// <summary>Counts what others used: the server has so many requests left until it counts anew.</summary>
    public void Agree(int left, TimeSpan reset) => Change(now =>
    {
        _left = left;
        _leftUntil = now + Believed(reset);
    });

    /// <summary>Lets nothing pass for a while, because the server does not.</summary>
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

    // Those who wait have worked out their time from what no longer holds.
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

    // When one more may go, after those that went.
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

    // How long a lease has to wait when nothing changes: those before it go as soon as they can.
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

        // Timers count in milliseconds.
        return TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((sent[sent.Count - 1] - now).TotalMilliseconds)));
    }

    /// <summary>The right of one request to be sent, once its turn comes.</summary>
    internal sealed class Lease(RequestBudget budget, int limit) : IDisposable
    {
        private readonly TaskCompletionSource<bool> _admitted = NewSignal();
        private DateTimeOffset? _time;
        private bool _taken;

        public int Limit => limit;

        public LinkedListNode<Lease>? Node { get; set; }

        /// <summary>Gets how long the request still has to wait, and what can change that; null when it can be sent, and then the lease is taken.</summary>
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

        /// <summary>Lets the request go.</summary>
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

    /// <summary>A wait.</summary>
    /// <param name="Delay">How long it is as things stand.</param>
    /// <param name="Limit">How many requests the window that counts may have.</param>
    /// <param name="Window">That window.</param>
    /// <param name="Changed">Ends when the wait is over or is another.</param>
    internal sealed record Waiting(TimeSpan Delay, int Limit, TimeSpan Window, Task Changed);
}
