using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>A response whose headers have arrived: its status, and its body as it arrives.</summary>
internal sealed class ApiResponse : IDisposable
{
    private const int MaxBodyLength = 64 * 1024 * 1024;
    private const int MaxErrorBodyLength = 64 * 1024;
    private const int BufferSize = 16 * 1024;

    private readonly HttpResponseMessage _response;
    private readonly Stream _stream;
    private readonly Deadline _deadline;
    private readonly ApiExceptionFactory _exceptions;
    private readonly long? _declared;
#if !NET
    private byte[]? _own;
#endif
    private long _received;

    public ApiResponse(ApiRequest request, HttpResponseMessage response, Stream? stream, Deadline deadline, ApiExceptionFactory exceptions)
    {
        Request = request;
        _response = response;
        _stream = stream ?? Stream.Null;
        _deadline = deadline;
        _exceptions = exceptions;
        Ray = exceptions.Ray(request, Header(response, "cf-ray"));
        _declared = response.Content is { Headers: { ContentEncoding.Count: 0 } headers } ? headers.ContentLength : null;
    }

    /// <summary>Gets the request.</summary>
    public ApiRequest Request { get; }

    /// <summary>Gets the HTTP status.</summary>
    public int Status => (int)_response.StatusCode;

    /// <summary>Gets a value indicating whether the status is a success.</summary>
    public bool IsSuccess => _response.IsSuccessStatusCode;

    /// <summary>Gets the cleaned <c>cf-ray</c> header, or <see langword="null"/> if there was none.</summary>
    public string? Ray { get; }

    /// <summary>Gets the token that cancels the reading.</summary>
    public CancellationToken Token => _deadline.Token;

    /// <summary>Reads some bytes of the body.</summary>
    /// <returns>The number of bytes; 0 at the end.</returns>
    public async Task<int> ReadAsync(byte[] buffer, int offset, int count)
    {
        if (_declared > MaxBodyLength)
        {
            throw _exceptions.TooLarge(Request, Status, Ray);
        }

        int read;
        try
        {
            read = await ReadStreamAsync(buffer, offset, count).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _deadline.ThrowIfCancelled(exception);
            throw _deadline.Expired
                ? _exceptions.Timeout(Request, _deadline.Timeout, Status, Ray, exception)
                : _exceptions.BrokenBody(Request, Status, Ray, exception);
        }

        _received += read;
        if (_received > MaxBodyLength)
        {
            throw _exceptions.TooLarge(Request, Status, Ray);
        }

        if (read == 0 && count > 0 && _received < _declared)
        {
            throw _exceptions.ResponseTruncated(Request, Status, Ray, _received, _declared.Value);
        }

        return read;
    }

    /// <summary>Reads the whole body.</summary>
    public Task<byte[]> ReadAllAsync() => ReadAsync(MaxBodyLength + 1, isPartEnough: false);

    /// <summary>Creates the exception for a status that isn't a success. The body can be incomplete.</summary>
    public async Task<CniApiException> FailureAsync()
    {
        byte[] body = await ReadAsync(MaxErrorBodyLength, isPartEnough: true).ConfigureAwait(false);
        return BlockPage.IsMatch(Status, Header(_response, "cf-mitigated"), body)
            ? _exceptions.Blocked(Request, Status, Ray, Errors(body))
            : _exceptions.Status(Request, Status, Ray, Errors(body), RateLimitHeaders.RetryAfter(_response, _deadline.Clock));
    }

    /// <summary>Creates the exception for an envelope with <c>"success": false</c>.</summary>
    public CniApiException NoSuccess(ReadOnlyMemory<byte> envelope) => _exceptions.NoSuccess(Request, Status, Ray, Errors(envelope));

    /// <summary>Creates the exception for a response that isn't a valid response of this API.</summary>
    /// <param name="problem">The problem, as part of a sentence: without an initial capital letter or a period.</param>
    /// <param name="cause">The cause, or <see langword="null"/> for none.</param>
    public CniApiException Unusable(string problem, Exception? cause = null) => _exceptions.Unusable(Request, Status, Ray, problem, cause);

    /// <summary>Creates the exception for a body that isn't JSON.</summary>
    /// <param name="start">The body, or its beginning.</param>
    /// <param name="cause">The cause, or <see langword="null"/> for none.</param>
    public CniApiException NotJson(ReadOnlySpan<byte> start, Exception? cause = null)
    {
        string problem =
            JsonBytes.First(start) is null ? "it's empty"
            : ErrorBody.IsHtml(start) ? "it's an HTML page instead of JSON. A proxy or firewall on the way to Cloudflare may have returned it"
            : "it isn't valid JSON, or it's incomplete";
        return Unusable(problem, cause);
    }

    public void Dispose() => _response.Dispose();

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;

    private IReadOnlyList<CniApiError> Errors(ReadOnlyMemory<byte> body) => ErrorBody.Read(body, _exceptions.Text(Request));

    private async Task<byte[]> ReadAsync(int largest, bool isPartEnough)
    {
        // One byte more than the declared length, so that the end is detected without another buffer.
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(_declared + 1 ?? BufferSize, BufferSize));
        int filled = 0;
        try
        {
            int read;
            do
            {
                if (filled == buffer.Length)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent(filled * 2);
                    Buffer.BlockCopy(buffer, 0, larger, 0, filled);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                read = await ReadAsync(buffer, filled, Math.Min(buffer.Length, largest) - filled).ConfigureAwait(false);
                filled += read;
            }
            while (read > 0 && filled < largest);
        }
        catch (CniApiException) when (isPartEnough)
        {
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }

        byte[] body = buffer.AsSpan(0, filled).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return body;
    }

#if NET
    private ValueTask<int> ReadStreamAsync(byte[] buffer, int offset, int count) => _stream.ReadAsync(buffer.AsMemory(offset, count), Token);
#else
    private async Task<int> ReadStreamAsync(byte[] buffer, int offset, int count)
    {
        // On .NET Framework, a token can't cancel a pending network read. The abandoned read can still write to the buffer, so it
        // has its own buffer.
        byte[] own = _own ??= new byte[BufferSize];
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (Token.Register(() => ended.TrySetCanceled(Token)))
        {
            Task<int> read = _stream.ReadAsync(own, 0, Math.Min(count, own.Length), Token);
            Task<int> first = await Task.WhenAny(read, ended.Task).ConfigureAwait(false);
            if (first != read)
            {
                _ = read.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            int length = await first.ConfigureAwait(false);
            Buffer.BlockCopy(own, 0, buffer, offset, length);
            return length;
        }
    }
#endif
}
