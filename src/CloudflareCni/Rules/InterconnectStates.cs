using System;
using System.Collections.Generic;

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
}
