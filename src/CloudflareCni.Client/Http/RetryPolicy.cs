using System;
using System.Runtime.ExceptionServices;
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

    private readonly ResiliencePipeline? _pipeline;
    private readonly CniClientOptions _options;

    public RetryPolicy(CniClientOptions options, TimeProvider timeProvider, Func<double>? randomizer)
    {
        _options = options;
        _pipeline = options.MaximumRetryCount == 0 ? null : Build(timeProvider, randomizer);
    }

    /// <summary>Runs a request until it succeeds, fails permanently, or has no retries left.</summary>
    public async Task<T> RunAsync<T>(CniCall call, ApiRequest request, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo first;
        try
        {
            return await attempt(cancellationToken).ConfigureAwait(false);
        }
        catch (CniApiException failure) when (_pipeline is not null && IsWorthAnotherTry(failure, call, request))
        {
            first = ExceptionDispatchInfo.Capture(failure);
        }

        return await RetryAsync(new Subject(call, request), first, attempt, cancellationToken).ConfigureAwait(false);
    }

    // The pipeline costs more than the rest of an attempt, so it only sees requests that have failed. Its first attempt is the one that failed.
    private async Task<T> RetryAsync<T>(Subject subject, ExceptionDispatchInfo first, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(SubjectKey, subject);
        ExceptionDispatchInfo? failed = first;
        try
        {
            return await _pipeline!.ExecuteAsync(
                async context =>
                {
                    if (failed is { } known)
                    {
                        failed = null;
                        known.Throw();
                    }

                    return await attempt(context.CancellationToken).ConfigureAwait(false);
                },
                context).ConfigureAwait(false);
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
                arguments.Outcome.Exception is CniApiException failure && Of(arguments.Context) is var (call, request) && IsWorthAnotherTry(failure, call, request)),
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

    private bool IsWorthAnotherTry(CniApiException failure, CniCall call, ApiRequest request)
    {
        if (!call.IsRetried || failure.RetryAfter > _options.MaximumRetryAfter)
        {
            return false;
        }

        // A second POST can create a second object, so it's sent only if the first was never sent.
        return failure.NeverSent || (request.IsRepeatable && failure.IsTransient);
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
