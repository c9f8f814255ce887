using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES10: the CNIs have different customer AS numbers. By default, sites with the same AS number don't accept each other's routes.</summary>
internal sealed class SameAsnRule() : ResiliencyRule("RES10", Documentation.Bgp)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Information;

    private protected override Verdict Say(ResiliencyCase found)
    {
        IGrouping<long, Cni>[] shared = found.Cnis.Where(cni => cni.Bgp is not null).GroupBy(cni => cni.Bgp!.CustomerAsn).Where(group => group.Skip(1).Any()).ToArray();
        return shared.Length == 0
            ? new(CniResiliencyResult.Pass, "No two CNIs have the same customer ASN.")
            : new(
                CniResiliencyResult.Fail,
                $"Several CNIs have the same customer ASN: {ResiliencyText.Names(shared.Select(group => $"AS{ResiliencyText.Number(group.Key)}"))}.",
                "If the sites must reach each other over Cloudflare, set allowas-in on your routers, or use different AS numbers.",
                shared.SelectMany(group => group).Select(cni => cni.Interconnect));
    }
}
