using System;

namespace CloudflareCni;

/// <summary>The base class of the module's own exceptions.</summary>
public class CniException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="CniException"/> class.</summary>
    /// <param name="kind">The kind of error.</param>
    /// <param name="message">The message: what happened, to which object, and what to do. Never contains a credential.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> for none.</param>
    public CniException(CniErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Gets a value that specifies what went wrong.</summary>
    public CniErrorKind Kind { get; }
}
