using System;

namespace CloudflareCni;

/// <summary>A value of the caller's that can't be right. Nothing was sent.</summary>
public sealed class CniArgumentException : CniException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="parameterName">The parameter, as the user knows it (<c>Mtu</c>).</param>
    /// <param name="message">What is wrong with the value, and what would be right.</param>
    /// <param name="innerException">How it was noticed; null for nothing more.</param>
    public CniArgumentException(string parameterName, string message, Exception? innerException = null)
        : base(CniErrorKind.InvalidArgument, message, innerException) => ParameterName = parameterName;

    /// <summary>The parameter, as the user knows it.</summary>
    public string ParameterName { get; }
}
