using System;
using CsCheck;

namespace CloudflareCni.Tests.Properties;

/// <summary>
/// How many cases a property is tried with: few in CI, many with <c>CNI_FULL_RUN=1</c>. A failure prints its seed; <c>CsCheck_Seed</c> in the
/// environment begins with it.
/// </summary>
internal static class Cases
{
    /// <summary>The number of cases.</summary>
    /// <param name="few">How many outside the full run.</param>
    /// <param name="many">How many in the full run.</param>
    public static long Count(long few, long many = 100_000) => Environment.GetEnvironmentVariable("CNI_FULL_RUN") == "1" ? many : few;

    /// <summary>One of some values, each as likely as the others.</summary>
    public static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
