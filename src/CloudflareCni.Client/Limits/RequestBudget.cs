using System;
using System.Collections.Generic;

namespace CloudflareCni.Client;

/// <summary>How many requests a credential may send in a sliding window, and how many it has sent.</summary>
/// <remarks>A request takes its place in the queue when it asks, so that nobody is overtaken, and gives it back when it is cancelled.</remarks>
internal sealed class RequestBudget(TimeProvider clock)
{
    private readonly object _gate = new();

    // When each request of the window goes or went, in order.
    private readonly LinkedList<DateTimeOffset> _times = new();
    private int? _quota;
    private int _elsewhere;
    private DateTimeOffset _elsewhereUntil;
    private DateTimeOffset _closedUntil;

    /// <summary>The window's length: Cloudflare's five minutes, until an answer says otherwise.</summary>
    public TimeSpan Window { get; private set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many requests the window allows: what the user set, or less when the server's policy is less.</summary>
    public int Limit(int wanted)
    {
        lock (_gate)
        {
            return Math.Max(1, Math.Min(wanted, _quota ?? wanted));
        }
    }

    /// <summary>Takes the next place in the queue.</summary>
    public Place Reserve(int wanted)
    {
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            Forget(now);
            int limit = Limit(wanted);
            DateTimeOffset time = Later(now, _closedUntil);
            int free = limit - Elsewhere(now);
            if (_times.Count >= Math.Max(free, 0))
            {
                time = Later(time, free > 0 ? Back(free) + Window : _elsewhereUntil);
            }

            time = Later(time, _times.Last?.Value ?? time);
            return new Place(this, _times.AddLast(time));
        }
    }

    /// <summary>Adopts the server's policy.</summary>
    public void Adopt(int quota, TimeSpan window)
    {
        lock (_gate)
        {
            _quota = quota;
            Window = window;
        }
    }

    /// <summary>Counts what others used: when the server has fewer requests left than this process thinks.</summary>
    public void Agree(int wanted, int remaining, TimeSpan reset)
    {
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            Forget(now);
            _elsewhere = Math.Max(0, Limit(wanted) - Gone(now) - remaining);
            _elsewhereUntil = now + reset;
        }
    }

    /// <summary>Lets nothing pass for a while, because the server does not.</summary>
    public void Close(TimeSpan time)
    {
        lock (_gate)
        {
            _closedUntil = Later(_closedUntil, clock.GetUtcNow() + time);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private int Elsewhere(DateTimeOffset now) => now < _elsewhereUntil ? _elsewhere : 0;

    // How many of the window's requests have left; the others wait in the queue.
    private int Gone(DateTimeOffset now)
    {
        int gone = 0;
        for (LinkedListNode<DateTimeOffset>? node = _times.First; node is not null && node.Value <= now; node = node.Next)
        {
            gone++;
        }

        return gone;
    }

    // The time of the request that must leave the window before another may go.
    private DateTimeOffset Back(int count)
    {
        LinkedListNode<DateTimeOffset> node = _times.Last!;
        for (int i = 1; i < count; i++)
        {
            node = node.Previous!;
        }

        return node.Value;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_times.First is { } first && first.Value + Window <= now)
        {
            _times.RemoveFirst();
        }
    }

    /// <summary>A request's place in the queue. Disposed of before it is taken, it is free again.</summary>
    internal sealed class Place(RequestBudget budget, LinkedListNode<DateTimeOffset> node) : IDisposable
    {
        private bool _taken;

        /// <summary>How long the request still has to wait; null when it may go.</summary>
        public TimeSpan? Delay()
        {
            lock (budget._gate)
            {
                DateTimeOffset now = budget.Now;
                TimeSpan delay = Later(node.Value, budget._closedUntil) - now;
                return delay > TimeSpan.Zero ? delay : null;
            }
        }

        /// <summary>Keeps the place: the request goes.</summary>
        public void Take()
        {
            lock (budget._gate)
            {
                _taken = true;
            }
        }

        public void Dispose()
        {
            lock (budget._gate)
            {
                if (!_taken && node.List is not null)
                {
                    budget._times.Remove(node);
                }
            }
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();
}
