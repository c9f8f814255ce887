using System;
using CsCheck;

namespace CloudflareCni.Tests.Properties;

/// <summary>
/// Decides how many cases a property is tested with: few in CI, many with <c>CNI_FULL_RUN=1</c>, and a tenth of the few for each change that
/// <c>build.ps1 Mutate</c> makes. A failure prints its seed. To start with that seed,
/// set the environment variable <c>CsCheck_Seed</c>.
/// </summary>
internal static class Cases
{
    /// <summary>Gets the number of cases.</summary>
    /// <param name="few">The number outside a full run.</param>
    /// <param name="many">The number in a full run.</param>
    public static long Count(long few, long many = 100_000) =>
        Environment.GetEnvironmentVariable("CNI_FULL_RUN") == "1" ? many
        : Environment.GetEnvironmentVariable("CNI_MUTATION") is null ? few
        : Math.Max(1, few / 10);

    /// <summary>Generates one of the values, each with the same probability.</summary>
    public static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
