using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Guidance;

/// <summary>Determines the next steps for circuits.</summary>
public static class NextStepGuide
{
    /// <summary>Gets the steps for a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="options">The time, and what the user knows about the circuits.</param>
    /// <returns>The steps, in order. A circuit that is healthy and complete has none, unless the options include healthy circuits.</returns>
    public static IReadOnlyList<CniNextStep> For(CniCircuit circuit, NextStepOptions options)
    {
        var facts = new GuideFacts(circuit, options);
        GuideRow? row = GuideTable.Rows.FirstOrDefault(one => one.Applies(facts)) ?? (GuideTable.Unknown.Applies(facts) ? GuideTable.Unknown : null);
        IEnumerable<GuideStep> steps = row is not null ? Steps(row, facts) : options.IncludeHealthy ? GuideProofs.For(facts) : [];
        return steps.Select((step, index) => new CniNextStep
        {
            Circuit = circuit.Name,
            Step = index + 1,
            What = step.What,
            Why = index == 0 && row is not null ? Because(row, facts, step.Why) : step.Why,
            Command = step.Command,
            Source = step.Source,
            State = circuit.State,
            Reason = circuit.Reason,
            Age = facts.Age,
        }).ToArray();
    }

    private static IEnumerable<GuideStep> Steps(GuideRow row, GuideFacts facts) =>
        (GuideTable.Recent.Applies(facts) ? GuideTable.Recent.Steps : []).Concat(row.Steps).Distinct().Select(step => step(facts));

    // The first step shows Cloudflare's reason and the age, so that the user doesn't have to look them up.
    private static string Because(GuideRow row, GuideFacts facts, string why) =>
        string.Join(" ", new[] { facts.IsHealthy ? "" : facts.Said, row.DependsOnAge ? facts.AgeText : "", why }.Where(text => text.Length > 0));
}
