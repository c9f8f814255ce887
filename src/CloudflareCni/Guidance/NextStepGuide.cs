using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Guidance;

/// <summary>Says what to do next about a circuit.</summary>
public static class NextStepGuide
{
    /// <summary>Gets the steps for a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="options">What is known besides.</param>
    /// <returns>The steps, in order. None for a circuit that is healthy and complete, unless the options ask for the steps that prove it.</returns>
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

    // The first step carries what Cloudflare says and what is known of the age, so that nobody has to look it up.
    private static string Because(GuideRow row, GuideFacts facts, string why) =>
        string.Join(" ", new[] { facts.IsHealthy ? "" : facts.Said, row.DependsOnAge ? facts.AgeText : "", why }.Where(text => text.Length > 0));
}
