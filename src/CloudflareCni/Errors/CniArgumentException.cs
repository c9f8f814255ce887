using System;

namespace CloudflareCni;

/// <summary>The exception that is thrown when a value isn't valid. No request was sent.</summary>
public sealed class CniArgumentException : CniException
{
    /// <summary>Initializes a new instance of the <see cref="CniArgumentException"/> class.</summary>
    /// <param name="parameterName">The name of the parameter to report, such as <c>Mtu</c>.</param>
    /// <param name="message">The message: the problem with the value, and what to use instead.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> for none.</param>
    public CniArgumentException(string parameterName, string message, Exception? innerException = null)
        : base(CniErrorKind.InvalidArgument, message, innerException) => ParameterName = parameterName;

    /// <summary>Gets the name of the parameter to report.</summary>
    public string ParameterName { get; }
}
