using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES15: how long a circuit that has light and passes no packets takes to fail.</summary>
internal sealed class DetectionRule() : ResiliencyRule("RES15", Documentation.GetStarted)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Information;

    private protected override Verdict Say(ResiliencyCase found)
    {
        Cni[] cnis = found.Cnis.Where(cni => cni.Bgp is not null).ToArray();
        return cnis.Length == 0
            ? new(CniResiliencyResult.Manual, "No CNI has BGP: your router notices a loss of light, and nothing else.", "Track the static routes of your router, so that they go when packets no longer pass.")
            : new(
                CniResiliencyResult.Manual,
                "Cloudflare's hold time is 240 seconds and the lower one of both ends counts. There is no BFD on dataplane v2.",
                "Set a shorter hold time on your routers: Get-CniRouterConfiguration writes 60 seconds.",
                cnis.Select(cni => cni.Interconnect));
    }
}
