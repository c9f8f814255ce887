namespace CloudflareCni.PowerShell.Tests.Trust.Soak;

/// <summary>What happens to a request on its way. "Before" and "after": the sandbox has not, or has, done what it was asked.</summary>
internal enum SoakFault
{
    /// <summary>None: the sandbox's answer, as it is.</summary>
    None,

    /// <summary>The sandbox's answer, a moment later.</summary>
    Delay,

    /// <summary>The connection is closed.</summary>
    DropBefore,

    /// <summary>The connection is closed.</summary>
    DropAfter,

    /// <summary>The connection is reset.</summary>
    ResetBefore,

    /// <summary>The connection is reset.</summary>
    ResetAfter,

    /// <summary>No answer, until the client gives up.</summary>
    StallBefore,

    /// <summary>No answer, until the client gives up.</summary>
    StallAfter,

    /// <summary>429 with <c>Retry-After: 0</c>; the sandbox is not asked.</summary>
    TooManyRequests,

    /// <summary>500, 502, 503 or 504.</summary>
    ServerErrorBefore,

    /// <summary>500, 502, 503 or 504.</summary>
    ServerErrorAfter,

    /// <summary>The sandbox's answer breaks off somewhere.</summary>
    CutAfter,
}
