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
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);
    private static readonly ResiliencePropertyKey<Subject> SubjectKey = new("request");

    private readonly ResiliencePipeline _pipeline;
    private readonly CniClientOptions _options;

    public RetryPolicy(CniClientOptions options)
    {
        _options = options;
        _pipeline = options.MaximumRetryCount == 0 ? ResiliencePipeline.Empty : Build();
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

    private ResiliencePipeline Build()
    {
        var retry = new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.MaximumRetryCount,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstDelay,
            MaxDelay = LongestDelay,
            UseJitter = true,
            ShouldHandle = arguments => new ValueTask<bool>(
                arguments.Outcome.Exception is CniApiException failure && IsWorthAnotherTry(failure, Of(arguments.Context).Request)),
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>((arguments.Outcome.Exception as CniApiException)?.RetryAfter),
            OnRetry = arguments =>
            {
                Report(arguments);
                return default;
            },
        };
        retry.Randomizer = _options.Randomizer ?? retry.Randomizer;
        return new ResiliencePipelineBuilder { TimeProvider = _options.TimeProvider }.AddRetry(retry).Build();
    }

    private bool IsWorthAnotherTry(CniApiException failure, ApiRequest request)
    {
        if (failure.RetryAfter > _options.MaximumRetryAfter)
        {
            return false;
        }

        // A second POST may create a second thing: it may go only when the first never left.
        return request.IsRepeatable ? failure.NeverSent || IsPassing(failure) : failure.NeverSent;
    }

    private static bool IsPassing(CniApiException failure) => failure.StatusCode switch
    {
        408 or 429 or 500 or 502 or 503 or 504 => true,
        _ => failure.Kind is CniErrorKind.ConnectionFailed or CniErrorKind.Timeout,
    };

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
