using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using RestSharp;

namespace CloudflareCni.Client;

/// <summary>Sends requests. Every request of the client passes <see cref="SendAsync"/>.</summary>
internal sealed class ApiTransport(RestClient client, CniClientOptions options, TimeProvider timeProvider, Func<double>? randomizer) : IDisposable
{
    private readonly ApiExceptionFactory _exceptions = new(options);
    private readonly RetryPolicy _retries = new(options, timeProvider, randomizer);
    private readonly RequestLimit _limit = RequestLimit.For(options, timeProvider);

    /// <summary>Sends a request and reads the response. Retries it where that is safe and can help.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="call">The account and the listeners for the attempts.</param>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the body of a successful response. Called once in each attempt.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The result of <paramref name="read"/>.</returns>
    public Task<T> SendAsync<T>(CniCall call, ApiRequest request, Func<ApiResponse, Task<T>> read, CancellationToken cancellationToken) =>
        _retries.RunAsync(call, request, token => AttemptAsync(call, request, read, token), cancellationToken);

    /// <summary>Sends a request that deletes an object. A 404 after an attempt with an unknown outcome means that the deletion has succeeded.</summary>
    /// <param name="call">The account and the listeners for the attempts.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>A task that completes when the object is deleted.</returns>
    public Task DeleteAsync(CniCall call, ApiRequest request, CancellationToken cancellationToken)
    {
        bool mayBeGone = false;
        return _retries.RunAsync(call, request, DeleteOnceAsync, cancellationToken);

        async Task<bool> DeleteOnceAsync(CancellationToken token)
        {
            try
            {
                return await AttemptAsync(call, request, JsonResponse.ReadNothingAsync, token).ConfigureAwait(false);
            }
            catch (CniApiException failure) when (mayBeGone && failure.Kind == CniErrorKind.NotFound)
            {
                return true;
            }
            catch (CniApiException failure)
            {
                mayBeGone |= failure.MayHaveHappened;
                throw;
            }
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<T> AttemptAsync<T>(CniCall call, ApiRequest request, Func<ApiResponse, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (await _limit.WaitAsync(call, cancellationToken).ConfigureAwait(false) is { } tooLong)
        {
            throw _exceptions.RateLimitExceeded(request, tooLong);
        }

        using var deadline = new Deadline(timeProvider, options.Timeout, cancellationToken);
        using ApiResponse answer = await SendOnceAsync(call, request, deadline).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw await answer.FailureAsync().ConfigureAwait(false);
        }

        try
        {
            return await read(answer).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (deadline.Token.IsCancellationRequested && exception.CancellationToken != cancellationToken)
        {
            // Writing to the destination of a copy was cancelled, not reading.
            deadline.ThrowIfCancelled(exception);
            throw _exceptions.Timeout(request, deadline.Timeout, answer.Status, answer.Ray, exception);
        }
    }

    private async Task<ApiResponse> SendOnceAsync(CniCall call, ApiRequest request, Deadline deadline)
    {
        var interceptor = new AttemptInterceptor(request.Target);
        long started = timeProvider.GetTimestamp();
        Stream? body;
        try
        {
            body = await client.DownloadStreamAsync(request.ToRestRequest(interceptor), deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (CniException or ObjectDisposedException or OutOfMemoryException))
        {
            interceptor.Response?.Dispose();
            Report(call, request, started, null, null);
            deadline.ThrowIfCancelled(exception);
            throw deadline.Expired
                ? _exceptions.Timeout(request, deadline.Timeout, null, null, exception)
                : _exceptions.NoAnswer(request, exception);
        }

        _limit.UpdateFromResponse(interceptor.Response!);
        var answer = new ApiResponse(request, interceptor.Response!, body, deadline, _exceptions);
        try
        {
            Report(call, request, started, answer.Status, answer.Ray);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        return answer;
    }

    private void Report(CniCall call, ApiRequest request, long started, int? status, string? ray) => call.OnRequest?.Invoke(
        new CniRequestReport(request.Method, request.Target, status, timeProvider.GetElapsedTime(started), ray));
}
