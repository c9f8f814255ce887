using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareCni.Client;

/// <summary>Creates the exception for every failed request.</summary>
internal sealed class ApiExceptionFactory(CniClientOptions options)
{
    private const int MaxWordsLength = 600;
    private const int MaxCauseLength = 300;
    private const int MaxTargetLength = 400;
    private const int MaxRayLength = 64;
    private const int ProxyAuthenticationRequired = 407;

    private readonly PlainText _text = new(options.Credential.Secret);

    /// <summary>Returns an object that cleans a server's text, and masks the secrets of the connection and of a request in it.</summary>
    public PlainText Text(IRequestInfo request) => request.Secrets.Count == 0 ? _text : new PlainText([options.Credential.Secret, .. request.Secrets]);

    /// <summary>Cleans a <c>cf-ray</c> header.</summary>
    public string? Ray(IRequestInfo request, string? header) => string.IsNullOrWhiteSpace(header) ? null : Text(request).Clean(header!, MaxRayLength);

    /// <summary>Creates the exception for an HTTP status that isn't a success.</summary>
    public CniApiException Status(IRequestInfo request, int status, string? ray, IReadOnlyList<CniApiError> errors, TimeSpan? retryAfter)
    {
        if (status == ProxyAuthenticationRequired)
        {
            return ProxyAuthentication(request, cause: null);
        }

        string redirect = status is >= 300 and < 400 ? ", a redirect that isn't followed" : "";
        string said = Said(request, status, errors);
        string sentence = said.Length == 0 ? $"Cloudflare answered {Name(request)} with HTTP {status}{redirect}" : $"{said} (HTTP {status}{redirect}, {Name(request)})";
        return Make(FailureKind.OfStatus(status, errors), request, sentence, status, ray, errors, retryAfter: retryAfter);
    }

    /// <summary>Creates the exception for a challenge or block page instead of the API's response.</summary>
    public CniApiException Blocked(IRequestInfo request, int status, string? ray, IReadOnlyList<CniApiError> errors)
    {
        string page = string.Join("; ", errors.Select(error => error.Message));
        string titled = page.Length == 0 ? "" : $" (it says: {Text(request).Clean(page, MaxCauseLength).TrimEnd('.')})";
        string sentence = $"A challenge or block page{titled} answered {Name(request)} with HTTP {status}, so the request didn't reach Cloudflare's API";
        return Make(CniErrorKind.Blocked, request, sentence, status, ray, errors);
    }

    /// <summary>Creates the exception for a request that wasn't sent, because the wait for the rate limit is longer than the maximum.</summary>
    public CniApiException RateLimitExceeded(IRequestInfo request, TimeSpan wait)
    {
        string sentence = FormattableString.Invariant(
            $"{Name(request)} wasn't sent. The rate limit allows it in {Math.Ceiling(wait.TotalSeconds):0} seconds, but the maximum wait is {options.MaximumRetryAfter.TotalSeconds:0} seconds");
        return Make(CniErrorKind.RateLimited, request, sentence, retryAfter: wait, neverSent: true);
    }

    /// <summary>Creates the exception for an envelope with <c>"success": false</c> and a success status.</summary>
    public CniApiException NoSuccess(IRequestInfo request, int status, string? ray, IReadOnlyList<CniApiError> errors)
    {
        CniErrorKind kind = errors.Select(error => FailureKind.OfCode(error.Code)).FirstOrDefault(one => one is not null) ?? CniErrorKind.InvalidResponse;
        string said = Said(request, status, errors);
        string failed = $"{Name(request)} failed, despite HTTP {status}";
        return Make(kind, request, said.Length == 0 ? $"Cloudflare reports that {failed}" : $"{said} ({failed})", status, ray, errors);
    }

    /// <summary>Creates the exception for a response that isn't a valid response of this API.</summary>
    public CniApiException Unusable(IRequestInfo request, int status, string? ray, string problem, Exception? cause = null)
    {
        string words = Text(request).Clean(problem, MaxCauseLength).TrimEnd('.');
        return Make(CniErrorKind.InvalidResponse, request, $"The response to {Name(request)} (HTTP {status}) isn't valid: {words}", status, ray, cause: cause);
    }

    /// <summary>Creates the exception for a response that is too large.</summary>
    public CniApiException TooLarge(IRequestInfo request, int status, string? ray) => Make(
        CniErrorKind.ResponseTooLarge, request, $"The response to {Name(request)} (HTTP {status}) is larger than 64 MiB, so it wasn't read completely", status, ray);

    /// <summary>Creates the exception for a response that didn't arrive in time, or not completely.</summary>
    public CniApiException Timeout(IRequestInfo request, TimeSpan timeout, int? status, string? ray, Exception cause)
    {
        string seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        string what = status is null ? $"There was no response to {Name(request)} within {seconds} seconds" : $"The response to {Name(request)} wasn't complete within {seconds} seconds";
        return Make(CniErrorKind.Timeout, request, what, status, ray, cause: cause);
    }

    /// <summary>Creates the exception for a request that couldn't be sent or got no response.</summary>
    public CniApiException NoAnswer(IRequestInfo request, Exception cause)
    {
        if (FailureKind.IsProxyAuthentication(cause))
        {
            return ProxyAuthentication(request, cause);
        }

        CniErrorKind kind = FailureKind.OfException(cause);
        bool isConnecting = FailureKind.IsConnecting(cause);
        string host = options.BaseAddress.Authority;
        string what = kind switch
        {
            CniErrorKind.TlsFailed => $"A secure connection to {host} couldn't be established for {Name(request)}",
            CniErrorKind.InvalidResponse => $"{host} didn't answer {Name(request)} with HTTP",
            CniErrorKind.Timeout => $"The connection to {host} timed out for {Name(request)}",
            _ when isConnecting => $"A connection to {host} couldn't be established for {Name(request)}",
            _ => $"{host} didn't respond to {Name(request)}",
        };
        string sentence = FailureKind.IsRefusal(cause) ? $"The connection to {host} was refused ({Name(request)})" : $"{what}: {Words(request, cause)}";
        return Make(kind, request, sentence, cause: cause, neverSent: isConnecting);
    }

    /// <summary>Creates the exception for a response body that ended early or can't be decompressed.</summary>
    public CniApiException BrokenBody(IRequestInfo request, int status, string? ray, Exception cause)
    {
        CniErrorKind kind = FailureKind.IsBreak(cause) ? CniErrorKind.ConnectionFailed : CniErrorKind.InvalidResponse;
        return Make(kind, request, $"The response to {Name(request)} (HTTP {status}) ended early or can't be read: {Words(request, cause)}", status, ray, cause: cause);
    }

    /// <summary>Creates the exception for a response body that is shorter than its declared length.</summary>
    public CniApiException ResponseTruncated(IRequestInfo request, int status, string? ray, long received, long declared) => Make(
        CniErrorKind.ConnectionFailed,
        request,
        FormattableString.Invariant($"The response to {Name(request)} (HTTP {status}) ended after {received} of {declared} bytes"),
        status,
        ray);

    private static string Name(IRequestInfo request)
    {
        string target = request.Target;
        return $"{request.Method} {(target.Length <= MaxTargetLength ? target : target.Substring(0, MaxTargetLength) + "…")}";
    }

    // The request never reached the server, so the response has neither its text nor its headers.
    private CniApiException ProxyAuthentication(IRequestInfo request, Exception? cause)
    {
        string proxy = options.Proxy?.Address is { } address ? $"The proxy {address.Authority}" : "The proxy";
        return Make(
            CniErrorKind.ProxyAuthenticationFailed,
            request,
            $"{proxy} requires a user name and password, or didn't accept the ones it was given (HTTP {ProxyAuthenticationRequired}, {Name(request)})",
            ProxyAuthenticationRequired,
            cause: cause);
    }

    private string Words(IRequestInfo request, Exception cause)
    {
        // The outer exceptions say only that the request failed, or refer to the inner exception.
        return Text(request).Clean(FailureKind.Chain(cause).Last().Message, MaxCauseLength).TrimEnd('.');
    }

    private string Said(IRequestInfo request, int status, IReadOnlyList<CniApiError> errors)
    {
        if (errors.Count == 0)
        {
            return "";
        }

        IEnumerable<string> words = errors.Select(error =>
            error.Message.Length == 0 ? $"code {error.Code}"
            : error.Code == status ? error.Message
            : error.ToString());
        return $"Cloudflare says: {Text(request).Clean(string.Join("; ", words), MaxWordsLength).TrimEnd('.')}";
    }

    private CniApiException Make(
        CniErrorKind kind,
        IRequestInfo request,
        string sentence,
        int? status = null,
        string? ray = null,
        IReadOnlyList<CniApiError>? errors = null,
        Exception? cause = null,
        TimeSpan? retryAfter = null,
        bool neverSent = false)
    {
        string message = ray is null ? $"{sentence}." : $"{sentence}. (cf-ray: {ray})";
        // .NET's own exceptions can quote an invalid response.
        Exception? inner = cause is not null && Text(request).HoldsSecret(cause.ToString()) ? null : cause;
        return new CniApiException(kind, message, request.Method, request.Target, status, errors, ray, inner) { RetryAfter = retryAfter, NeverSent = neverSent };
    }
}
