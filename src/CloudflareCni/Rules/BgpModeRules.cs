using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Checks the BGP mode of a CNI.</summary>
public static class BgpModeRules
{
    /// <summary>Gets the modes that Cloudflare's clients know.</summary>
    public static IReadOnlyList<string> Known { get; } = Array.AsReadOnly(["dynamic_route_exchange", "advertise_only"]);

    /// <summary>Checks a mode. Any text is valid, because the API may add modes.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="mode">The mode.</param>
    /// <returns>The mode.</returns>
    /// <exception cref="CniArgumentException">The mode is blank or contains a control character.</exception>
    public static string Check(string parameterName, string? mode) => TextRules.Check(parameterName, mode, "BGP mode");

    /// <summary>Returns a warning about a valid mode.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>A warning if the mode isn't in <see cref="Known"/>; otherwise, <c>null</c>.</returns>
    public static string? Warn(string mode) => Known.Contains(mode)
        ? null
        : $"{DisplayText.Quote(mode)} isn't a BGP mode that this version knows ({string.Join(", ", Known)}). It's sent unchanged.";
}
