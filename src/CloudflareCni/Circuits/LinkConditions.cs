using System;

namespace CloudflareCni.Circuits;

/// <summary>Gets the condition of a link from the API's words for its state.</summary>
internal static class LinkConditions
{
    /// <summary>The text that is shown instead of a state that couldn't be read.</summary>
    public const string UnknownText = "state unknown";

    /// <summary>Gets the condition.</summary>
    /// <param name="state">The state, in the API's words, or <see langword="null"/> if it couldn't be read.</param>
    public static LinkCondition Of(string? state)
    {
        if (string.IsNullOrEmpty(state))
        {
            return LinkCondition.Unknown;
        }

        foreach (LinkCondition known in new[] { LinkCondition.Healthy, LinkCondition.Pending, LinkCondition.Unhealthy, LinkCondition.Down })
        {
            if (known.ToString().Equals(state, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return LinkCondition.Other;
    }

    /// <summary>Gets the state and the reason of a circuit in one text, in the API's words.</summary>
    public static string Describe(CniCircuit circuit) =>
        string.IsNullOrEmpty(circuit.Reason) ? circuit.State ?? UnknownText : $"{circuit.State ?? UnknownText}: {circuit.Reason}";
}
