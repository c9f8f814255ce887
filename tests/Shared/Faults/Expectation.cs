using System;

namespace CloudflareCni.Tests.Faults;

/// <summary>What a cell of the page must show.</summary>
internal sealed class Expectation(CniErrorKind? kind, int requests, int waits, TimeSpan longest)
{
    /// <summary>Gets the error; null for success.</summary>
    public CniErrorKind? Kind { get; } = kind;

    /// <summary>Gets how many requests of the operation the server sees.</summary>
    public int Requests { get; } = requests;

    /// <summary>Gets how often the client waits before another try.</summary>
    public int Waits { get; } = waits;

    /// <summary>Gets how long waits and timeouts may take together.</summary>
    public TimeSpan Longest { get; } = longest;
}
