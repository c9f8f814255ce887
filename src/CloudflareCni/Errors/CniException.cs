using System;

namespace CloudflareCni;

/// <summary>Any failure that the module itself names.</summary>
public class CniException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">What happened, to what, and what to do. Never holds a credential.</param>
    /// <param name="innerException">The cause; null for none.</param>
    public CniException(CniErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public CniErrorKind Kind { get; }
}
