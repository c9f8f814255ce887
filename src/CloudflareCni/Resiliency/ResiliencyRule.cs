using System;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>The base class for rules. A rule has an ID and a source, judges circuits, and determines the severity of a failure.</summary>
internal abstract class ResiliencyRule
{
    private protected ResiliencyRule(string id, string source)
    {
        Id = id;
        Source = source;
    }

    /// <summary>Gets the ID, such as <c>RES01</c>.</summary>
    public string Id { get; }

    /// <summary>Gets the source of the rule.</summary>
    public string Source { get; }

    /// <summary>Judges circuits.</summary>
    /// <param name="found">The circuits.</param>
    /// <returns>The finding.</returns>
    public CniResiliencyFinding Judge(ResiliencyCase found)
    {
        Verdict verdict = Say(found);
        return new CniResiliencyFinding
        {
            Rule = Id,
            Result = verdict.Result,
            Severity = Severity(found.Tier),
            Subject = (verdict.Subject ?? []).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ToArray(),
            Evidence = verdict.Evidence,
            Recommendation = verdict.Recommendation,
            Source = Source,
        };
    }

    private protected abstract CniResiliencySeverity Severity(CniResiliencyTier tier);

    private protected abstract Verdict Say(ResiliencyCase found);
}
