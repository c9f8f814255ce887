using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>One client's use of its credential's budget of requests. Without a limit it lets everything pass.</summary>
internal sealed class RequestLimit
{
    private readonly RequestBudget? _budget;
    private readonly int _limit;
    private readonly TimeProvider _clock;

    private RequestLimit(RequestBudget? budget, int limit, TimeProvider clock)
    {
        _budget = budget;
        _limit = limit;
        _clock = clock;
    }

    /// <summary>The limit of a client: the budget is one for all clients of the process with the same credential.</summary>
    public static RequestLimit For(CniClientOptions options) => new(
        options.RequestLimit is null ? null : RequestBudgets.For(options),
        options.RequestLimit ?? 0,
        options.TimeProvider);

    /// <summary>Waits until a request may go, in the order of asking.</summary>
    public async Task WaitAsync(CniCall call, CancellationToken cancellationToken)
    {
        if (_budget is null)
        {
            return;
        }

        using RequestBudget.Place place = _budget.Join(_limit);
        while (place.Take() is { } waiting)
        {
            call.OnThrottle?.Invoke(new CniThrottleReport(waiting.Delay, waiting.Limit, waiting.Window));
            using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(waiting.Changed, _clock.DelayAsync(waiting.Delay, rest.Token)).ConfigureAwait(false);
            rest.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            _budget.Advance();
        }
    }

    /// <summary>Learns from an answer what the server thinks of the budget.</summary>
    public void Learn(HttpResponseMessage answer)
    {
        if (_budget is null)
        {
            return;
        }

        if (RateLimitHeaders.Policy(answer) is { } policy)
        {
            _budget.Adopt(policy.Quota, policy.Window);
        }

        if (RateLimitHeaders.Remaining(answer) is { } remaining)
        {
            _budget.Agree(remaining.Count, remaining.Reset);
        }

        if ((int)answer.StatusCode == 429 && RateLimitHeaders.RetryAfter(answer, _clock) is { } closed)
        {
            _budget.Close(closed);
        }
    }
}
