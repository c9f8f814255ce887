using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>The states of an interconnect that the API page names. Others may come.</summary>
public static class InterconnectStates
{
    /// <summary>The link carries traffic.</summary>
    public const string Healthy = "Healthy";

    /// <summary>The link was ordered and isn't turned up yet.</summary>
    internal const string Pending = "Pending";

    /// <summary>The link is up, but not as it should be.</summary>
    internal const string Unhealthy = "Unhealthy";

    /// <summary>There is no link.</summary>
    internal const string Down = "Down";

    /// <summary>All of them, each with what it means.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Known { get; } = Array.AsReadOnly(new KeyValuePair<string, string>[]
    {
        new(Healthy, "the link carries traffic"),
        new(Pending, "ordered, and not turned up yet"),
        new(Unhealthy, "up, but not as it should be: the reason says why"),
        new(Down, "no link: the reason says why"),
    });

    /// <summary>Determines whether a state is one that is known, in any case of letters.</summary>
    /// <param name="state">The API's text; <c>null</c> if it couldn't be read.</param>
    /// <param name="known">The known state.</param>
    /// <returns><c>true</c> if it is; otherwise, <c>false</c>.</returns>
    internal static bool Is(string? state, string known) => known.Equals(state, StringComparison.OrdinalIgnoreCase);

    /// <summary>What to tell the user about states to wait for.</summary>
    /// <param name="states">The states, in any case of letters.</param>
    /// <returns>A warning for each that is none of <see cref="Known"/>.</returns>
    public static List<string> Warn(IEnumerable<string> states) => states
        .Where(state => !Known.Any(known => known.Key.Equals(state, StringComparison.OrdinalIgnoreCase)))
        .Select(state => $"{Shown.Quote(state)} is no state that this version knows ({string.Join(", ", Known.Select(known => known.Key))}): it may never come.")
        .ToList();
}
