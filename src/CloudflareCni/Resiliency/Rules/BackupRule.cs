namespace CloudflareCni.Resiliency;

/// <summary>RES13: there is an Internet path as a backup. The API can't tell.</summary>
internal sealed class BackupRule() : ResiliencyRule("RES13", Documentation.Resiliency)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Warning;

    private protected override Verdict Say(ResiliencyCase found) => new(
        CniResiliencyResult.Manual,
        "The API doesn't show whether you have another path.",
        "Cloudflare requires Internet connectivity as a backup for every CNI. Check that it carries what you need.");
}
