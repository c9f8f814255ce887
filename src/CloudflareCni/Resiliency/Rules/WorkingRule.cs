using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES06: the working tier isn't below the configured one.</summary>
internal sealed class WorkingRule() : ResiliencyRule("RES06", Documentation.Operations)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Error;

    private protected override Verdict Say(ResiliencyCase found)
    {
        ResiliencyLink[] ill = found.Ill.ToArray();
        string states = ill.Length == 0 ? "Every circuit with CNIs is healthy." : $"{string.Join("; ", ill.Select(link => $"{ResiliencyText.Text(link.Name)} {ResiliencyText.State(link.Circuit)}"))}.";
        if (found.WorkingTier >= found.ConfiguredTier)
        {
            return new(CniResiliencyResult.Pass, states, Subject: ill.Select(link => link.Name));
        }

        // A circuit whose state couldn't be read may be healthy.
        bool mayWork = ResiliencyTiers.Of([.. found.Working, .. ill.Where(link => link.Circuit.State is null)]) >= found.ConfiguredTier;
        return new(
            mayWork ? CniResiliencyResult.Unknown : CniResiliencyResult.Fail,
            $"Configured: {found.ConfiguredTier}. Working: {found.WorkingTier}. {states}",
            mayWork ? "Run the command again." : "Repair the circuits that aren't healthy. Get-CniNextStep shows the steps.",
            ill.Select(link => link.Name));
    }
}
