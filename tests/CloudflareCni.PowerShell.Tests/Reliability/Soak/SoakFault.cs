namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>A fault that affects a request. "Before" and "after" mean before and after the sandbox executes the request.</summary>
internal enum SoakFault
{
    /// <summary>No fault: the response of the sandbox is passed on.</summary>
    None,

    /// <summary>The response of the sandbox is delayed.</summary>
    Delay,

    /// <summary>The connection is closed.</summary>
    DropBefore,

    /// <summary>The connection is closed.</summary>
    DropAfter,

    /// <summary>The connection is reset.</summary>
    ResetBefore,

    /// <summary>The connection is reset.</summary>
    ResetAfter,

    /// <summary>There's no response until the client times out.</summary>
    StallBefore,

    /// <summary>There's no response until the client times out.</summary>
    StallAfter,

    /// <summary>The response is 429 with <c>Retry-After: 0</c>. The sandbox doesn't receive the request.</summary>
    TooManyRequests,

    /// <summary>The response is 500, 502, 503 or 504.</summary>
    ServerErrorBefore,

    /// <summary>The response is 500, 502, 503 or 504.</summary>
    ServerErrorAfter,

    /// <summary>The response of the sandbox is truncated.</summary>
    CutAfter,
}
