using System;
using System.Collections.Generic;

namespace CloudflareCni.Resiliency;

/// <summary>The base class for rules about failure domains. They judge all circuits as well as only the healthy ones, and the worse result is used.</summary>
internal abstract class DomainRule : ResiliencyRule
{
    private protected DomainRule(string id, string source)
        : base(id, source)
    {
    }

    private protected abstract Verdict Say(ResiliencyCase found, IReadOnlyList<ResiliencyLink> links);

    private protected sealed override Verdict Say(ResiliencyCase found)
    {
        Verdict configured = Say(found, found.Configured);
        Verdict working = Say(found, found.Working);
        if (configured.Evidence == working.Evidence)
        {
            return configured;
        }

        Verdict worse = Weight(working.Result) > Weight(configured.Result) ? working : configured;
        return worse with
        {
            Evidence = $"Configured: {configured.Evidence} Working: {working.Evidence}",
            Recommendation = worse == configured ? worse.Recommendation : "Repair the circuits that aren't healthy. Get-CniNextStep shows the steps.",
        };
    }

    private static int Weight(CniResiliencyResult result) => Array.IndexOf(
        [CniResiliencyResult.Pass, CniResiliencyResult.Manual, CniResiliencyResult.Unknown, CniResiliencyResult.Fail], result);
}
