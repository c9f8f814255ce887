using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>The states of an interconnect that the API page names. Others may come.</summary>
public static class InterconnectStates
{
    /// <summary>The link carries traffic.</summary>
    public const string Healthy = "Healthy";

    /// <summary>All of them, each with what it means.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Known { get; } = Array.AsReadOnly(new KeyValuePair<string, string>[]
    {
        new(Healthy, "the link carries traffic"),
        new("Pending", "ordered, and not turned up yet"),
        new("Unhealthy", "up, but not as it should be: the reason says why"),
        new("Down", "no link: the reason says why"),
    });

    /// <summary>What to tell the user about states to wait for.</summary>
    /// <param name="states">The states, in any case of letters.</param>
    /// <returns>A warning for each that is none of <see cref="Known"/>.</returns>
    public static List<string> Warn(IEnumerable<string> states) => states
        .Where(state => !Known.Any(known => known.Key.Equals(state, StringComparison.OrdinalIgnoreCase)))
        .Select(state => $"{Shown.Quote(state)} is no state that this version knows ({string.Join(", ", Known.Select(known => known.Key))}): it may never come.")
        .ToList();
}
