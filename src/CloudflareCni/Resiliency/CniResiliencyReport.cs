using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>How resilient a group of circuits is, and why.</summary>
public sealed class CniResiliencyReport
{
    internal CniResiliencyReport()
    {
    }

    /// <summary>Gets the account of the circuits; <c>null</c> if they don't say it.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>Gets the tier that the circuits with CNIs reach when all of them are healthy.</summary>
    public CniResiliencyTier ConfiguredTier { get; internal init; }

    /// <summary>Gets the tier that the circuits reach now: those with CNIs whose state is Healthy.</summary>
    public CniResiliencyTier WorkingTier { get; internal init; }

    /// <summary>Gets the tier that severities and blockers are about: the one asked for, or else the one above the working tier.</summary>
    public CniResiliencyTier Tier { get; internal init; }

    /// <summary>Gets a value indicating whether the circuits reach <see cref="Tier"/> now and, if a bandwidth was asked for, keep it after a loss. What is unknown isn't reached.</summary>
    public bool IsTierReached { get; internal init; }

    /// <summary>Gets the names of the circuits, devices, facilities or sites that were taken as lost.</summary>
    public IReadOnlyList<string> Without { get; internal init; } = [];

    /// <summary>Gets the names of the circuits that went with what was taken as lost.</summary>
    public IReadOnlyList<string> Lost { get; internal init; } = [];

    /// <summary>Gets the names of the circuits that were looked at: those that are left.</summary>
    public IReadOnlyList<string> Circuits { get; internal init; } = [];

    /// <summary>Gets what each rule found.</summary>
    public IReadOnlyList<CniResiliencyFinding> Findings { get; internal init; } = [];

    /// <summary>Gets what blocks <see cref="Tier"/>, a sentence each; empty if it's reached.</summary>
    public IReadOnlyList<string> Blockers { get; internal init; } = [];

    /// <summary>Returns both tiers.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{WorkingTier} of {ConfiguredTier}";
}
