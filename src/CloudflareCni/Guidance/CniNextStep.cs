using System;

namespace CloudflareCni;

/// <summary>A step that turns up or repairs a circuit.</summary>
public sealed class CniNextStep
{
    internal CniNextStep()
    {
    }

    /// <summary>Gets the name of the circuit.</summary>
    public string Circuit { get; internal init; } = "";

    /// <summary>Gets the place of the step among the steps for the circuit, from 1.</summary>
    public int Step { get; internal init; }

    /// <summary>Gets what to do.</summary>
    public string What { get; internal init; } = "";

    /// <summary>Gets why.</summary>
    public string Why { get; internal init; } = "";

    /// <summary>Gets the command to run, of this module or of the router; <c>null</c> for work by hand.</summary>
    public string? Command { get; internal init; }

    /// <summary>Gets where the advice comes from.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Gets the state of the circuit, in the API's words; <c>null</c> if unknown.</summary>
    public string? State { get; internal init; }

    /// <summary>Gets the reason for the state, in the API's words; <c>null</c> if the API gives none.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Gets the age of the link; <c>null</c> if unknown.</summary>
    public TimeSpan? Age { get; internal init; }

    /// <summary>Returns the place and the text of the step.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Circuit} {Step}. {What}";
}
