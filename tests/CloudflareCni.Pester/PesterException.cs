using System;

namespace CloudflareCni.Pester;

/// <summary>A failed Pester test, with the place that Pester names.</summary>
/// <param name="message">What failed.</param>
/// <param name="trace">Where.</param>
internal sealed class PesterException(string message, string trace) : Exception(message)
{
    /// <inheritdoc/>
    public override string StackTrace => trace;
}
