using System;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace CloudflareCni.Client;

/// <summary>Tries requests again that failed for a reason that may pass, and only where a second try does no harm.</summary>
internal sealed class RetryPolicy
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(8);
    private static readonly ResiliencePropertyKey<Subject> SubjectKey = new("request");

    private readonly ResiliencePipeline _pipeline;
    private readonly CniClientOptions _options;

    public RetryPolicy(CniClientOptions options, TimeProvider timeProvider, Func<double>? randomizer)
    {
        _options = options;
        _pipeline = options.MaximumRetryCount == 0 ? ResiliencePipeline.Empty : Build(timeProvider, randomizer);
    }

    /// <summary>Runs a request until it succeeds, fails for good, or was tried often enough.</summary>
    public async Task<T> RunAsync<T>(CniCall call, ApiRequest request, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(SubjectKey, new Subject(call, request));
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, attempt) => await attempt(context.CancellationToken).ConfigureAwait(false), context, attempt).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline Build(TimeProvider timeProvider, Func<double>? randomizer)
    {
        var retry = new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.MaximumRetryCount,
            ShouldHandle = arguments => new ValueTask<bool>(
                arguments.Outcome.Exception is CniApiException failure && IsWorthAnotherTry(failure, Of(arguments.Context).Request)),
            OnRetry = arguments =>
            {
                Report(arguments);
                return default;
            },
        };
        Func<double> random = randomizer ?? retry.Randomizer;

        // A server that asks for no wait at all, or for a time that has passed, would otherwise use up all tries at once.
        retry.DelayGenerator = arguments => new ValueTask<TimeSpan?>(
            Longer(Backoff(arguments.AttemptNumber, random()), (arguments.Outcome.Exception as CniApiException)?.RetryAfter));
        return new ResiliencePipelineBuilder { TimeProvider = timeProvider }.AddRetry(retry).Build();
    }

    private bool IsWorthAnotherTry(CniApiException failure, ApiRequest request)
    {
        if (failure.RetryAfter > _options.MaximumRetryAfter)
        {
            return false;
        }

        // A second POST may create a second thing: it may go only when the first never left.
        return failure.NeverSent || (request.IsRepeatable && failure.IsTransient);
    }

    // Doubles, and is spread by a quarter either way.
    private static TimeSpan Backoff(int retry, double random)
    {
        double seconds = FirstDelay.TotalSeconds * Math.Pow(2, retry) * (0.75 + (random / 2));
        return TimeSpan.FromSeconds(Math.Min(seconds, MaxDelay.TotalSeconds));
    }

    private static TimeSpan Longer(TimeSpan backoff, TimeSpan? asked) => asked > backoff ? asked.Value : backoff;

    private void Report(OnRetryArguments<object> arguments)
    {
        (CniCall call, ApiRequest request) = Of(arguments.Context);
        call.OnRetry?.Invoke(new CniRetryReport(
            request.Method,
            request.Target,
            arguments.AttemptNumber + 1,
            _options.MaximumRetryCount,
            arguments.RetryDelay,
            (CniApiException)arguments.Outcome.Exception!));
    }

    private static Subject Of(ResilienceContext context) => context.Properties.GetValue(SubjectKey, null!);

    private sealed record Subject(CniCall Call, ApiRequest Request);
}
