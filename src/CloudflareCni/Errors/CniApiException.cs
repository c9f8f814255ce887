using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>A request to the API that did not end in a usable answer, whatever the cause.</summary>
public sealed class CniApiException : CniException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">What happened, to what, in one or two sentences. Never holds a credential.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path behind the base address, with its query.</param>
    /// <param name="statusCode">The HTTP status; null when no answer came.</param>
    /// <param name="errors">The API's own errors; null for none.</param>
    /// <param name="ray">The <c>cf-ray</c> header; null when none came.</param>
    /// <param name="innerException">The cause; null for none.</param>
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

    /// <summary>The HTTP method, such as <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>The path behind the base address, with its query.</summary>
    public string Path { get; }

    /// <summary>The HTTP status, such as 404; null when no answer came.</summary>
    public int? StatusCode { get; }

    /// <summary>The API's own errors; empty when it gave none.</summary>
    public IReadOnlyList<CniApiError> Errors { get; }

    /// <summary>The <c>cf-ray</c> header, which identifies the request to Cloudflare's support; null when none came.</summary>
    public string? Ray { get; }

    /// <summary>How long the server asks to wait before the next request (<c>Retry-After</c>); null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the request provably never left this machine: no connection, or no secure one, came about.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Whether no connection to the server came about at all, so that any other request would fail the same way.</summary>
    public bool ServerUnreachable => NeverSent && Kind == CniErrorKind.ConnectionFailed;

    /// <summary>Gets a value indicating whether the same request may succeed a while later.</summary>
    /// <value><see langword="true"/> if the server, or the way to it, failed or was busy; otherwise, <see langword="false"/>. This is the one definition.</value>
    /// <remarks>520 to 527 and 530 are Cloudflare's own statuses for a server behind it that failed.</remarks>
    public bool IsTransient => Kind != CniErrorKind.Blocked && StatusCode switch
    {
        408 or 429 or 500 or 502 or 503 or 504 or (>= 520 and <= 527) or 530 => true,
        _ => Kind is CniErrorKind.ConnectionFailed or CniErrorKind.Timeout or CniErrorKind.RateLimited,
    };

    /// <summary>Whether the server may have done what it was asked, though no usable answer says so.</summary>
    /// <remarks>
    /// An answer of 4xx, or one that says that the request failed, is an answer; a redirect is one, too: nothing was done. What a challenge or block page
    /// stopped didn't reach the API.
    /// </remarks>
    public bool MayHaveHappened => !NeverSent && Kind != CniErrorKind.Blocked && StatusCode switch
    {
        null or 408 or >= 500 => true,
        >= 200 and < 300 => Errors.Count == 0,
        _ => false,
    };
}
