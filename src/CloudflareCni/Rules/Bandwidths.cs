using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>The bandwidths that a GCP partner interconnect can have.</summary>
public static class Bandwidths
{
    /// <summary>The API's bandwidths in bit/s, the smallest first.</summary>
    public static IReadOnlyList<string> All { get; } =
        Array.AsReadOnly(["50M", "100M", "200M", "300M", "400M", "500M", "1G", "2G", "5G", "10G", "20G", "50G"]);

    /// <summary>Checks a bandwidth, upper or lower case.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="text">The bandwidth.</param>
    /// <returns>The bandwidth in the API's spelling.</returns>
    /// <exception cref="CniArgumentException">It is none of the API's.</exception>
    public static string Check(string parameterName, string? text) =>
        All.FirstOrDefault(bandwidth => string.Equals(bandwidth, text, StringComparison.OrdinalIgnoreCase))
        ?? throw new CniArgumentException(
            parameterName, $"{Shown.Quote(text ?? "")} is no bandwidth of a GCP partner interconnect: give one of {string.Join(", ", All)}.");
}
