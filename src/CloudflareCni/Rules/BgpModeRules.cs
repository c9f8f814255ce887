using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>What the BGP mode of a CNI may be.</summary>
public static class BgpModeRules
{
    /// <summary>The modes that Cloudflare's clients know.</summary>
    public static IReadOnlyList<string> Known { get; } = Array.AsReadOnly(["dynamic_route_exchange", "advertise_only"]);

    /// <summary>Checks a mode. Any text passes, for the API may learn others.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="mode">The mode.</param>
    /// <returns>The mode.</returns>
    /// <exception cref="CniArgumentException">It is blank or has a control character.</exception>
    public static string Check(string parameterName, string? mode) => TextRules.Check(parameterName, mode, "BGP mode");

    /// <summary>What to tell the user about a mode that was checked.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>A warning when it is none of <see cref="Known"/>; null otherwise.</returns>
    public static string? Warn(string mode) => Known.Contains(mode)
        ? null
        : $"{Shown.Quote(mode)} is no BGP mode that this version knows ({string.Join(", ", Known)}): it is sent as it is.";
}
