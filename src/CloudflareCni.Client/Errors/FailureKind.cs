using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
#if NET
using System.Net.Http;
#endif

namespace CloudflareCni.Client;

/// <summary>Determines the kind of a failed request from its status, the API's error codes, or the exceptions of .NET.</summary>
internal static class FailureKind
{
    private const int InvalidHeaders = 6003;

    /// <summary>Gets an exception and its inner exceptions, the outermost first.</summary>
    public static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }

    /// <summary>Gets the kind of an error response from its status and the API's errors.</summary>
    public static CniErrorKind OfStatus(int status, IReadOnlyList<CniApiError> errors) => status switch
    {
        // The token or key has the wrong format, such as a key used as a token.
        400 when errors.Any(error => error.Code == InvalidHeaders) => CniErrorKind.AuthenticationFailed,
        401 => CniErrorKind.AuthenticationFailed,
        403 => CniErrorKind.AccessDenied,
        404 => CniErrorKind.NotFound,
        408 => CniErrorKind.Timeout,
        409 => CniErrorKind.NameConflict,
        429 => CniErrorKind.RateLimited,
        >= 400 and < 500 => CniErrorKind.BadRequest,
        >= 500 => CniErrorKind.ServerError,
        _ => CniErrorKind.InvalidResponse,
    };

    /// <summary>Gets the kind of an error from a code of Cloudflare's gateway, or <see langword="null"/> if the code isn't known.</summary>
    public static CniErrorKind? OfCode(long? code) => code switch
    {
        1000 or InvalidHeaders or 9103 or 10000 or 10001 => CniErrorKind.AuthenticationFailed,
        9109 => CniErrorKind.AccessDenied,
        7003 => CniErrorKind.NotFound,
        971 => CniErrorKind.RateLimited,
        _ => null,
    };

    /// <summary>Gets the kind of a failure without a response.</summary>
    public static CniErrorKind OfException(Exception exception)
    {
        foreach (Exception one in Chain(exception))
        {
            switch (one)
            {
                case AuthenticationException:
                    return CniErrorKind.TlsFailed;
#if NET
                case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return CniErrorKind.TlsFailed;
                case HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }:
                    return CniErrorKind.InvalidResponse;
#endif
                case WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    return CniErrorKind.TlsFailed;
                case WebException { Status: WebExceptionStatus.ServerProtocolViolation or WebExceptionStatus.MessageLengthLimitExceeded }:
                    return CniErrorKind.InvalidResponse;
                case WebException { Status: WebExceptionStatus.Timeout }:
                    return CniErrorKind.Timeout;
            }
        }

        return CniErrorKind.ConnectionFailed;
    }

    /// <summary>Determines whether the connection was refused.</summary>
    public static bool IsRefusal(Exception exception) => Chain(exception).Any(one => one is SocketException { SocketErrorCode: SocketError.ConnectionRefused });

    /// <summary>Determines whether the proxy requires a credential, or didn't accept it.</summary>
    public static bool IsProxyAuthentication(Exception exception) => Chain(exception).Any(one => one switch
    {
#if NET
        HttpRequestException request => request.StatusCode == HttpStatusCode.ProxyAuthenticationRequired,
#endif
        WebException { Response: HttpWebResponse answer } => answer.StatusCode == HttpStatusCode.ProxyAuthenticationRequired,
        _ => false,
    });

    /// <summary>Determines whether the failure occurred while the connection was being established, so that no byte of the request was sent.</summary>
    public static bool IsConnecting(Exception exception) => Chain(exception).Any(one => one switch
    {
        AuthenticationException => true,
#if NET
        HttpRequestException request => request.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
#endif
        WebException web => web.Status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure
            or WebExceptionStatus.ConnectFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure,
        // Not an unreachable host or network: that can also happen after the request was sent.
        SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData
            or SocketError.TryAgain,
        _ => false,
    });

    /// <summary>Determines whether the network or the server ended the body early, as opposed to a body with invalid content.</summary>
    public static bool IsBreak(Exception exception) => Chain(exception).Any(one => one switch
    {
        SocketException => true,
#if NET
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => true,
#endif
        WebException { Status: WebExceptionStatus.ConnectionClosed or WebExceptionStatus.ReceiveFailure } => true,
        _ => false,
    });
}
