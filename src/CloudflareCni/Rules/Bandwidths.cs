using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Checks the bandwidth of a GCP partner interconnect.</summary>
public static class Bandwidths
{
    /// <summary>Gets the API's bandwidths in bit/s, smallest first.</summary>
    public static IReadOnlyList<string> All { get; } =
        Array.AsReadOnly(["50M", "100M", "200M", "300M", "400M", "500M", "1G", "2G", "5G", "10G", "20G", "50G"]);

    /// <summary>Checks a bandwidth, ignoring case.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="text">The bandwidth.</param>
    /// <returns>The bandwidth in the API's spelling.</returns>
    /// <exception cref="CniArgumentException">The API doesn't have this bandwidth.</exception>
    public static string Check(string parameterName, string? text) =>
        All.FirstOrDefault(bandwidth => string.Equals(bandwidth, text, StringComparison.OrdinalIgnoreCase))
        ?? throw new CniArgumentException(
            parameterName, $"{DisplayText.Quote(text ?? "")} isn't a bandwidth of a GCP partner interconnect. Use one of {string.Join(", ", All)}.");
}
