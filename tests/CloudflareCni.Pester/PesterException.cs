using System;

namespace CloudflareCni.Pester;

/// <summary>A failed Pester test, with the location that Pester reports.</summary>
/// <param name="message">The error message.</param>
/// <param name="trace">The location.</param>
internal sealed class PesterException(string message, string trace) : Exception(message)
{
    /// <inheritdoc/>
    public override string StackTrace => trace;
}
