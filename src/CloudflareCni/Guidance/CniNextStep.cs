using System;

namespace CloudflareCni;

/// <summary>Represents a step to turn up or repair a circuit.</summary>
public sealed class CniNextStep
{
    internal CniNextStep()
    {
    }

    /// <summary>Gets the name of the circuit.</summary>
    public string Circuit { get; internal init; } = "";

    /// <summary>Gets the number of the step among the steps for the circuit, starting at 1.</summary>
    public int Step { get; internal init; }

    /// <summary>Gets what to do.</summary>
    public string What { get; internal init; } = "";

    /// <summary>Gets the reason for the step.</summary>
    public string Why { get; internal init; } = "";

    /// <summary>Gets the command to run, in PowerShell or on the router, or <see langword="null"/> if there is no command for the step.</summary>
    public string? Command { get; internal init; }

    /// <summary>Gets the source of the advice.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Gets the state of the circuit, in the API's words, or <see langword="null"/> if unknown.</summary>
    public string? State { get; internal init; }

    /// <summary>Gets the reason for the state, in the API's words, or <see langword="null"/> if the API doesn't return one.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Gets the age of the link, or <see langword="null"/> if unknown.</summary>
    public TimeSpan? Age { get; internal init; }

    /// <summary>Returns the name of the circuit, and the number and text of the step.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Circuit} {Step}. {What}";
}
