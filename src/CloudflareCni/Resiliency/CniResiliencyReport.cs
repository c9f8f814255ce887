using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>How resilient a group of circuits is, and why.</summary>
public sealed class CniResiliencyReport
{
    internal CniResiliencyReport()
    {
    }

    /// <summary>Gets the tier that the circuits with CNIs reach when all of them are healthy.</summary>
    public CniResiliencyTier ConfiguredTier { get; internal init; }

    /// <summary>Gets the tier that the circuits reach now: those with CNIs whose state is Healthy.</summary>
    public CniResiliencyTier WorkingTier { get; internal init; }

    /// <summary>Gets the names of the circuits, devices, facilities or sites that were taken as lost.</summary>
    public IReadOnlyList<string> Without { get; internal init; } = [];

    /// <summary>Gets the names of the circuits that were looked at.</summary>
    public IReadOnlyList<string> Circuits { get; internal init; } = [];

    /// <summary>Gets what each rule found.</summary>
    public IReadOnlyList<CniResiliencyFinding> Findings { get; internal init; } = [];

    /// <summary>Gets what blocks the next tier, a sentence each; empty at the highest.</summary>
    public IReadOnlyList<string> Blockers { get; internal init; } = [];

    /// <summary>Returns both tiers.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{WorkingTier} of {ConfiguredTier}";
}
