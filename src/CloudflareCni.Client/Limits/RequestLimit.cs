using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Limits the requests of one client to the budget of its credential. Without a limit, requests don't wait.</summary>
internal sealed class RequestLimit
{
    private static readonly Task<TimeSpan?> NoWait = Task.FromResult<TimeSpan?>(null);

    private readonly RequestBudget? _budget;
    private readonly int _limit;
    private readonly TimeSpan _maxWait;
    private readonly TimeProvider _clock;

    private RequestLimit(RequestBudget? budget, int limit, TimeSpan maxWait, TimeProvider clock)
    {
        _budget = budget;
        _limit = limit;
        _maxWait = maxWait;
        _clock = clock;
    }

    /// <summary>Creates the limit of a client. All clients of the process with the same credential share a budget.</summary>
    public static RequestLimit For(CniClientOptions options, TimeProvider clock) => new(
        options.EffectiveRequestLimit is null ? null : RequestBudgets.For(options, clock),
        options.EffectiveRequestLimit ?? 0,
        options.MaximumRetryAfter,
        clock);

    /// <summary>Waits until a request can be sent. Requests are sent in the order of the calls.</summary>
    /// <returns><c>null</c> if the request can be sent; the wait, if it's longer than the maximum.</returns>
    public Task<TimeSpan?> WaitAsync(CniCall call, CancellationToken cancellationToken) =>
        _budget is null ? NoWait : WaitAsync(_budget, call, cancellationToken);

    /// <summary>Adopts the limits that a response reports.</summary>
    public void UpdateFromResponse(HttpResponseMessage answer)
    {
        if (_budget is null)
        {
            return;
        }

        if (RateLimitHeaders.Policy(answer) is { } policy)
        {
            _budget.UpdatePolicy(policy.Quota, policy.Window);
        }

        if (RateLimitHeaders.Remaining(answer) is { } remaining)
        {
            _budget.UpdateRemaining(remaining.Count, remaining.Reset);
        }

        if ((int)answer.StatusCode == 429 && RateLimitHeaders.RetryAfter(answer, _clock) is { } closed)
        {
            _budget.Close(closed);
        }
    }

    private async Task<TimeSpan?> WaitAsync(RequestBudget budget, CniCall call, CancellationToken cancellationToken)
    {
        using RequestBudget.Lease lease = budget.Join(_limit);
        while (lease.Take() is { } waiting)
        {
            if (waiting.Delay > _maxWait)
            {
                return waiting.Delay;
            }

            call.OnThrottle?.Invoke(new CniThrottleReport(waiting.Delay, waiting.Limit, waiting.Window));
            using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(waiting.Changed, _clock.DelayAsync(waiting.Delay, rest.Token)).ConfigureAwait(false);
            rest.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            budget.Advance();
        }

        return null;
    }
}
