using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;

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

    /// <summary>
    /// Whether no connection to the server came about at all (refused, no such host, no route), so that any other request would fail the same way.
    /// </summary>
    public bool ServerUnreachable => Kind == CniErrorKind.ConnectionFailed && IsUnreachable(InnerException);

    private static bool IsUnreachable(Exception? cause) => cause switch
    {
        null => false,
        SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData
            or SocketError.TryAgain or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown,
        WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ConnectFailure } => true,
        _ => IsUnreachable(cause.InnerException),
    };
}
