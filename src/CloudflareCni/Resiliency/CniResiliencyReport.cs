using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Represents the result of a resiliency test of an account's circuits.</summary>
public sealed class CniResiliencyReport
{
    internal CniResiliencyReport()
    {
    }

    /// <summary>Gets the account of the circuits, or <see langword="null"/> if it isn't known.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>Gets the tier that the circuits with CNIs reach when all of them are healthy.</summary>
    public CniResiliencyTier ConfiguredTier { get; internal init; }

    /// <summary>Gets the tier that the circuits with CNIs reach now. Only circuits whose state is Healthy count.</summary>
    public CniResiliencyTier WorkingTier { get; internal init; }

    /// <summary>Gets the tier that the severities and <see cref="Blockers"/> refer to: the requested tier, or by default the tier above the working tier.</summary>
    public CniResiliencyTier Tier { get; internal init; }

    /// <summary>Gets a value indicating whether the circuits reach <see cref="Tier"/> now and, if a bandwidth was requested, still have it after a loss. Unknown counts as not reached.</summary>
    public bool IsTierReached { get; internal init; }

    /// <summary>Gets the names of the circuits, devices, facilities or sites whose loss was simulated.</summary>
    public IReadOnlyList<string> Without { get; internal init; } = [];

    /// <summary>Gets the names of the circuits that are lost in the simulation.</summary>
    public IReadOnlyList<string> Lost { get; internal init; } = [];

    /// <summary>Gets the names of the circuits that were tested, without those that are lost.</summary>
    public IReadOnlyList<string> Circuits { get; internal init; } = [];

    /// <summary>Gets the results of all rules.</summary>
    public IReadOnlyList<CniResiliencyFinding> Findings { get; internal init; } = [];

    /// <summary>Gets the reasons why <see cref="Tier"/> isn't reached, one sentence each; empty if it's reached.</summary>
    public IReadOnlyList<string> Blockers { get; internal init; } = [];

    /// <summary>Returns both tiers.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{WorkingTier} of {ConfiguredTier}";
}
