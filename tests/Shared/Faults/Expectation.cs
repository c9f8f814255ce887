using System;

namespace CloudflareCni.Tests.Faults;

/// <summary>The expected result in a cell of docs/reliability.md.</summary>
internal sealed class Expectation(CniErrorKind? kind, int requests, int waits, TimeSpan longest)
{
    /// <summary>Gets the error, or <see langword="null"/> for success.</summary>
    public CniErrorKind? Kind { get; } = kind;

    /// <summary>Gets the number of the operation's requests that the server receives.</summary>
    public int Requests { get; } = requests;

    /// <summary>Gets the number of times that the client waits before a retry.</summary>
    public int Waits { get; } = waits;

    /// <summary>Gets the maximum total time of waits and timeouts.</summary>
    public TimeSpan Longest { get; } = longest;
}
