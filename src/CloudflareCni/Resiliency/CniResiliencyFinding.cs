using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>What one rule found in a group of circuits.</summary>
public sealed class CniResiliencyFinding
{
    internal CniResiliencyFinding()
    {
    }

    /// <summary>Gets the ID of the rule, such as <c>RES01</c>.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>Gets what the rule found.</summary>
    public CniResiliencyResult Result { get; internal init; }

    /// <summary>Gets how serious a failure is.</summary>
    public CniResiliencySeverity Severity { get; internal init; }

    /// <summary>Gets the names of the circuits, devices, facilities or sites that the finding is about.</summary>
    public IReadOnlyList<string> Subject { get; internal init; } = [];

    /// <summary>Gets what was seen.</summary>
    public string Evidence { get; internal init; } = "";

    /// <summary>Gets what to do; empty if nothing.</summary>
    public string Recommendation { get; internal init; } = "";

    /// <summary>Gets where the rule comes from.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Returns the rule, the result and the evidence.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Rule} {Result}: {Evidence}";
}
