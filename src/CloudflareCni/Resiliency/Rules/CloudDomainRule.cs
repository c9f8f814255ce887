using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES11: two GCP partner circuits need different edge availability domains, which only Google shows.</summary>
internal sealed class CloudDomainRule() : ResiliencyRule("RES11", Documentation.Domains)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Information;

    private protected override Verdict Say(ResiliencyCase found)
    {
        string[] names = found.Configured.Where(link => link.Circuit.Kind == CniInterconnectKind.GcpPartner).Select(link => link.Name).ToArray();
        return names.Length < 2
            ? new(CniResiliencyResult.Pass, "There are fewer than two GCP partner circuits.")
            : new(
                CniResiliencyResult.Unknown,
                $"The API doesn't show the edge availability domains of {ResiliencyText.Names(names)}.",
                "Look them up in Google Cloud, which shows the domain of each VLAN attachment.",
                names);
    }
}
