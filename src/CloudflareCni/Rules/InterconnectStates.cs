using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>The states of an interconnect that Cloudflare documents. The API may return others.</summary>
public static class InterconnectStates
{
    /// <summary>The link carries traffic.</summary>
    public const string Healthy = "Healthy";

    /// <summary>The link was ordered, but isn't in service yet.</summary>
    internal const string Pending = "Pending";

    /// <summary>The link is up, but has a problem.</summary>
    internal const string Unhealthy = "Unhealthy";

    /// <summary>There is no link.</summary>
    internal const string Down = "Down";

    /// <summary>Gets the states, each with its meaning.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Known { get; } = Array.AsReadOnly(new KeyValuePair<string, string>[]
    {
        new(Healthy, "the link carries traffic"),
        new(Pending, "ordered, but not in service yet"),
        new(Unhealthy, "up, but with a problem; the reason says which"),
        new(Down, "no link; the reason says why"),
    });

    /// <summary>Determines whether a state is a known one, ignoring case.</summary>
    /// <param name="state">The API's text, or <see langword="null"/> if it couldn't be read.</param>
    /// <param name="known">The known state.</param>
    /// <returns><c>true</c> if it is; otherwise, <c>false</c>.</returns>
    internal static bool Is(string? state, string known) => known.Equals(state, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns warnings about states to wait for.</summary>
    /// <param name="states">The states, in upper or lower case.</param>
    /// <returns>A warning for each state that isn't in <see cref="Known"/>.</returns>
    public static List<string> Warn(IEnumerable<string> states) => states
        .Where(state => !Known.Any(known => known.Key.Equals(state, StringComparison.OrdinalIgnoreCase)))
        .Select(state => $"{DisplayText.Quote(state)} isn't a state that this version knows ({string.Join(", ", Known.Select(known => known.Key))}). The interconnect may never reach it.")
        .ToList();
}
