using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Represents the result of a resiliency rule.</summary>
public sealed class CniResiliencyFinding
{
    internal CniResiliencyFinding()
    {
    }

    /// <summary>Gets the ID of the rule, such as <c>RES01</c>.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>Gets the result.</summary>
    public CniResiliencyResult Result { get; internal init; }

    /// <summary>Gets the severity of a failure.</summary>
    public CniResiliencySeverity Severity { get; internal init; }

    /// <summary>Gets the names of the circuits, devices, facilities or sites that the finding is about.</summary>
    public IReadOnlyList<string> Subject { get; internal init; } = [];

    /// <summary>Gets the facts that the result is based on.</summary>
    public string Evidence { get; internal init; } = "";

    /// <summary>Gets the advice; empty if there is nothing to do.</summary>
    public string Recommendation { get; internal init; } = "";

    /// <summary>Gets the source of the rule.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Returns the rule, the result and the evidence.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Rule} {Result}: {Evidence}";
}
