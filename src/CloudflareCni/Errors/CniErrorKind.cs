namespace CloudflareCni;

/// <summary>Specifies what went wrong. The PowerShell error ID is <c>Cni</c> followed by this name.</summary>
public enum CniErrorKind
{
    /// <summary>A value isn't valid. No request was sent.</summary>
    InvalidArgument,

    /// <summary>There is no connection. No request was sent.</summary>
    NotConnected,

    /// <summary>The object was read from another server than the connection's. No request was sent.</summary>
    WrongConnection,

    /// <summary>The API rejected the request as invalid (400 and other 4xx).</summary>
    BadRequest,

    /// <summary>The credential is unknown, invalid or expired (401).</summary>
    AuthenticationFailed,

    /// <summary>The credential doesn't have the required permission (403).</summary>
    AccessDenied,

    /// <summary>A challenge or block page answered instead of the API, so the request didn't reach it.</summary>
    Blocked,

    /// <summary>The object doesn't exist (404).</summary>
    NotFound,

    /// <summary>The name is already in use (409).</summary>
    NameConflict,

    /// <summary>There were too many requests (429), or the next one would have to wait longer than the maximum.</summary>
    RateLimited,

    /// <summary>Cloudflare's server failed (5xx).</summary>
    ServerError,

    /// <summary>There was no response in time.</summary>
    Timeout,

    /// <summary>The server couldn't be reached, or the connection was lost.</summary>
    ConnectionFailed,

    /// <summary>The TLS handshake failed.</summary>
    TlsFailed,

    /// <summary>The proxy requires a user name and password, or didn't accept the ones that were sent (407).</summary>
    ProxyAuthenticationFailed,

    /// <summary>The response isn't a valid response of this API.</summary>
    InvalidResponse,

    /// <summary>The response is larger than this module reads (64 MiB).</summary>
    ResponseTooLarge,

    /// <summary>It isn't known whether the object was created, because there was no usable response.</summary>
    OutcomeUnknown,

    /// <summary>The object to create already exists. No request was sent.</summary>
    AlreadyExists,

    /// <summary>The slot is occupied, but not by an interconnect of this account.</summary>
    SlotOccupied,

    /// <summary>An interconnect didn't reach the wanted state in time.</summary>
    WaitTimedOut,

    /// <summary>The interconnect still has CNIs.</summary>
    InterconnectInUse,

    /// <summary>The interconnect doesn't have a Letter of Authorization, such as a GCP partner interconnect.</summary>
    LoaNotAvailable,

    /// <summary>A file on this computer couldn't be read or written.</summary>
    FileFailed,

    /// <summary>The configuration has errors, so it can't be used. Nothing was changed.</summary>
    ConfigurationInvalid,

    /// <summary>An object has changed since the plan was created, so it was skipped.</summary>
    ConfigurationChanged,

    /// <summary>A part of the configuration isn't applied, because it needs a decision.</summary>
    ConfigurationRefused,

    /// <summary>A file of the module is missing or damaged, or this session already runs another version of the module.</summary>
    ModuleUnusable,
}
