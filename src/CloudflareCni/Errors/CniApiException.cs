using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The exception that is thrown when a request to the API doesn't return a usable response, for any reason.</summary>
public sealed class CniApiException : CniException
{
    /// <summary>Initializes a new instance of the <see cref="CniApiException"/> class.</summary>
    /// <param name="kind">The kind of error.</param>
    /// <param name="message">The message: what happened, and to which object, in one or two sentences. Never contains a credential.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path after the base address, with its query.</param>
    /// <param name="statusCode">The HTTP status, or <see langword="null"/> if there was no response.</param>
    /// <param name="errors">The API's own errors, or <see langword="null"/> for none.</param>
    /// <param name="ray">The <c>cf-ray</c> header, or <see langword="null"/> if there was none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> for none.</param>
    public CniApiException(
        CniErrorKind kind,
        string message,
        string method,
        string path,
        int? statusCode = null,
        IReadOnlyList<CniApiError>? errors = null,
        string? ray = null,
        Exception? innerException = null)
        : base(kind, message, innerException)
    {
        Method = method;
        Path = path;
        StatusCode = statusCode;
        Errors = errors ?? Array.Empty<CniApiError>();
        Ray = ray;
    }

    /// <summary>Gets the HTTP method, such as <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>Gets the path after the base address, with its query.</summary>
    public string Path { get; }

    /// <summary>Gets the HTTP status, such as 404, or <see langword="null"/> if there was no response.</summary>
    public int? StatusCode { get; }

    /// <summary>Gets the API's own errors; empty if there are none.</summary>
    public IReadOnlyList<CniApiError> Errors { get; }

    /// <summary>Gets the <c>cf-ray</c> header, which identifies the request to Cloudflare's support, or <see langword="null"/> if there was none.</summary>
    public string? Ray { get; }

    /// <summary>Gets the time that the server asks to wait before the next request (<c>Retry-After</c>), or <see langword="null"/> if it doesn't.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets a value indicating whether the request certainly never left this computer, because no connection, or no secure one, was established.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Gets a value indicating whether no connection to the server could be established, so that any other request would fail the same way.</summary>
    public bool ServerUnreachable => NeverSent && Kind == CniErrorKind.ConnectionFailed;

    /// <summary>Gets a value indicating whether the same request may succeed later.</summary>
    /// <value><see langword="true"/> if the server or the network failed or was busy; otherwise, <see langword="false"/>. This is the only definition of a transient error.</value>
    /// <remarks>520 to 527 and 530 are Cloudflare's own status codes for a failed origin server.</remarks>
    public bool IsTransient => Kind != CniErrorKind.Blocked && StatusCode switch
    {
        408 or 429 or 500 or 502 or 503 or 504 or (>= 520 and <= 527) or 530 => true,
        _ => Kind is CniErrorKind.ConnectionFailed or CniErrorKind.Timeout or CniErrorKind.RateLimited,
    };

    /// <summary>Gets a value indicating whether the server may have carried out the request, even though there is no usable response.</summary>
    /// <remarks>
    /// After a 4xx status, a redirect, or a response that says that the request failed, nothing was done. A request that a challenge or block
    /// page stopped didn't reach the API.
    /// </remarks>
    public bool MayHaveHappened => !NeverSent && Kind != CniErrorKind.Blocked && StatusCode switch
    {
        null or 408 or >= 500 => true,
        >= 200 and < 300 => Errors.Count == 0,
        _ => false,
    };
}
