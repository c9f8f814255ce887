using System;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace CloudflareCni.Client;

/// <summary>Retries requests after transient errors, but only if a retry is safe.</summary>
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

    /// <summary>Runs a request until it succeeds, fails permanently, or has no retries left.</summary>
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
                arguments.Outcome.Exception is CniApiException failure && IsWorthAnotherTry(failure, Of(arguments.Context))),
            OnRetry = arguments =>
            {
                Report(arguments);
                return default;
            },
        };
        Func<double> random = randomizer ?? retry.Randomizer;

        // Otherwise, a server that asks for no wait, or for a time in the past, would use up all retries at once.
        retry.DelayGenerator = arguments => new ValueTask<TimeSpan?>(
            Longer(Backoff(arguments.AttemptNumber, random()), (arguments.Outcome.Exception as CniApiException)?.RetryAfter));
        return new ResiliencePipelineBuilder { TimeProvider = timeProvider }.AddRetry(retry).Build();
    }

    private bool IsWorthAnotherTry(CniApiException failure, Subject subject)
    {
        if (!subject.Call.IsRetried || failure.RetryAfter > _options.MaximumRetryAfter)
        {
            return false;
        }

        // A second POST can create a second object, so it's sent only if the first was never sent.
        return failure.NeverSent || (subject.Request.IsRepeatable && failure.IsTransient);
    }

    // Doubles with each retry, and varies randomly by 25 percent.
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
