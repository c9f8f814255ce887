using System;
using System.Globalization;

namespace CloudflareCni.Resiliency;

/// <summary>RES14: failover was tested in the last 180 days.</summary>
internal sealed class FailoverTestRule() : ResiliencyRule("RES14", Documentation.Resiliency)
{
    private const string Advice = "In a maintenance window, take each circuit down in turn and check that the traffic moves to the others.";
    private static readonly TimeSpan Interval = TimeSpan.FromDays(180);

    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Warning;

    private protected override Verdict Say(ResiliencyCase found)
    {
        if (found.Options.LastFailoverTest is not { } last)
        {
            return new(CniResiliencyResult.Manual, "It isn't known when failover was tested last.", $"{Advice} Use -LastFailoverTest to specify the date.");
        }

        string evidence = $"Failover was tested on {last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.";
        return found.Options.Now - last <= Interval
            ? new(CniResiliencyResult.Pass, evidence)
            : new(CniResiliencyResult.Fail, $"{evidence} That's more than {ResiliencyText.Number(Interval.TotalDays)} days ago.", Advice);
    }
}
