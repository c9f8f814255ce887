using System.Collections.Generic;

namespace CloudflareCni.Configuration;

/// <summary>In what an account differs from a configuration, and what settles that, in order.</summary>
/// <param name="Differences">The differences, in the order of the configuration, and then what it doesn't have.</param>
/// <param name="Steps">What to do, in the order in which it is done.</param>
/// <param name="Interconnects">The names in the account of the configuration's interconnects, by the names in the configuration.</param>
/// <param name="Refusal">Why nothing may be removed without -Force; null if it may.</param>
internal sealed record ConfigurationPlan(
    IReadOnlyList<CniConfigurationDifference> Differences,
    IReadOnlyList<ConfigurationStep> Steps,
    IReadOnlyDictionary<string, string> Interconnects,
    string? Refusal);
