namespace CloudflareCni;

/// <summary>What went wrong. The PowerShell error id is <c>Cni</c> and this name.</summary>
public enum CniErrorKind
{
    /// <summary>What the caller gave can't be right; nothing was sent.</summary>
    InvalidArgument,

    /// <summary>No connection is there to act on; nothing was sent.</summary>
    NotConnected,

    /// <summary>The object was read from another server than the connection leads to; nothing was sent.</summary>
    WrongConnection,

    /// <summary>The API refused the request as wrong (400 and other 4xx).</summary>
    BadRequest,

    /// <summary>The credential is unknown, invalid or expired (401).</summary>
    AuthenticationFailed,

    /// <summary>The credential may not do this (403).</summary>
    AccessDenied,

    /// <summary>A challenge or block page answered in the API's place: the request was stopped on its way.</summary>
    Blocked,

    /// <summary>The object is not there (404).</summary>
    NotFound,

    /// <summary>The name is taken (409).</summary>
    NameConflict,

    /// <summary>Too many requests (429), or the next one may go only after a longer wait than is allowed.</summary>
    RateLimited,

    /// <summary>Cloudflare failed (5xx).</summary>
    ServerError,

    /// <summary>No answer came in time.</summary>
    Timeout,

    /// <summary>The server could not be reached, or the connection broke.</summary>
    ConnectionFailed,

    /// <summary>The TLS handshake failed.</summary>
    TlsFailed,

    /// <summary>The proxy wants a user name and password, or others than it was given (407).</summary>
    ProxyAuthenticationFailed,

    /// <summary>What came is no answer of this API.</summary>
    InvalidResponse,

    /// <summary>What came is larger than this module reads (64 MiB).</summary>
    ResponseTooLarge,

    /// <summary>Something was to be created, and no answer says whether it was.</summary>
    OutcomeUnknown,

    /// <summary>What was to be created is there already; nothing was sent.</summary>
    AlreadyExists,

    /// <summary>The slot is taken, and not by an interconnect of this account.</summary>
    SlotOccupied,

    /// <summary>An interconnect did not reach the wanted state in time.</summary>
    WaitTimedOut,

    /// <summary>CNIs still stand on the interconnect.</summary>
    InterconnectInUse,

    /// <summary>The interconnect has no letter of authorization, as with a GCP partner's.</summary>
    LoaNotAvailable,

    /// <summary>A file on this machine could not be read or written.</summary>
    FileFailed,

    /// <summary>The configuration has errors, so that it can't be used. Nothing was changed.</summary>
    ConfigurationInvalid,

    /// <summary>An object isn't what it was when the changes were planned, so it was left as it is.</summary>
    ConfigurationChanged,

    /// <summary>A part of the configuration isn't applied, since it needs a decision first.</summary>
    ConfigurationRefused,

    /// <summary>A file of the module is missing or damaged, or this session already runs another version of the module.</summary>
    ModuleUnusable,
}
