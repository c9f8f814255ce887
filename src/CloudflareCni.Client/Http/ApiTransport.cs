using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using RestSharp;

namespace CloudflareCni.Client;

/// <summary>Sends requests. Every request of the client passes <see cref="SendAsync"/>.</summary>
internal sealed class ApiTransport(CniClientOptions options) : IDisposable
{
    private readonly RestClient _client = RestClientFactory.Create(options);
    private readonly Failures _failures = new(options);

    /// <summary>Sends a request and reads its answer.</summary>
    /// <typeparam name="T">What the answer is read into.</typeparam>
    /// <param name="call">Whom to tell of the attempts.</param>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the body of an answer with a status of success.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>What was read.</returns>
    public Task<T> SendAsync<T>(CniCall call, ApiRequest request, Func<ApiAnswer, Task<T>> read, CancellationToken cancellationToken) =>
        AttemptAsync(call, request, read, cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<T> AttemptAsync<T>(CniCall call, ApiRequest request, Func<ApiAnswer, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new Deadline(options.TimeProvider, options.Timeout, cancellationToken);
        using ApiAnswer answer = await AskAsync(call, request, deadline).ConfigureAwait(false);
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
            // The destination of a copy was cancelled, not the reading.
            deadline.ThrowIfCancelled(exception);
            throw _failures.Timeout(request, deadline.Timeout, answer.Status, answer.Ray, exception);
        }
    }

    private async Task<ApiAnswer> AskAsync(CniCall call, ApiRequest request, Deadline deadline)
    {
        var interceptor = new AttemptInterceptor(request.Target);
        long started = options.TimeProvider.GetTimestamp();
        Stream? body;
        try
        {
            body = await _client.DownloadStreamAsync(request.ToRestRequest(interceptor), deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (CniException or ObjectDisposedException or OutOfMemoryException))
        {
            interceptor.Response?.Dispose();
            Report(null, null);
            deadline.ThrowIfCancelled(exception);
            throw deadline.Expired
                ? _failures.Timeout(request, deadline.Timeout, null, null, exception)
                : _failures.NoAnswer(request, exception);
        }

        var answer = new ApiAnswer(request, interceptor.Response!, body, deadline, _failures);
        try
        {
            Report(answer.Status, answer.Ray);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        return answer;

        void Report(int? status, string? ray) => call.OnRequest?.Invoke(
            new CniRequestReport(request.Method, request.Target, status, options.TimeProvider.GetElapsedTime(started), ray));
    }
}
