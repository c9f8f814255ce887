using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES07: every CNI has a BGP session, so that a failure needs no person.</summary>
internal sealed class FailoverRule() : ResiliencyRule("RES07", Documentation.Operations)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Error;

    private protected override Verdict Say(ResiliencyCase found)
    {
        string[] withoutBgp = found.Cnis.Where(cni => cni.Bgp is null).Select(cni => cni.Interconnect).ToArray();
        return !found.Cnis.Any() ? new(CniResiliencyResult.Fail, "There are no CNIs.", "Create a CNI.")
            : withoutBgp.Length == 0 ? new(CniResiliencyResult.Pass, "Every CNI has a BGP session.")
            : new(
                CniResiliencyResult.Fail,
                $"CNIs without BGP: on {ResiliencyText.Names(withoutBgp)}. Your router doesn't notice by itself when packets no longer pass.",
                "Failover must be automatic. BGP over CNI is a closed beta, so ask your account team. Until then, track the static routes of your router, and keep the health checks of the Magic routes on.",
                withoutBgp);
    }
}
