namespace CloudflareCni.Resiliency;

/// <summary>RES13: an Internet connection exists as a backup, which the API doesn't show.</summary>
internal sealed class BackupRule() : ResiliencyRule("RES13", Documentation.Resiliency)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Warning;

    private protected override Verdict Say(ResiliencyCase found) => new(
        CniResiliencyResult.Manual,
        "The API doesn't show whether you have another path.",
        "Cloudflare requires Internet connectivity as a backup for every CNI. Check that it can carry your traffic.");
}
