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
            ? new(CniResiliencyResult.Manual, "No CNI has BGP, so your router only detects a loss of light.", "Track the static routes of your router, so that it removes them when packets no longer pass.")
            : new(
                CniResiliencyResult.Manual,
                "Cloudflare's hold time is 240 seconds, and a session uses the lower hold time of its two ends. Dataplane v2 doesn't support BFD.",
                "Set a shorter hold time on your routers. Get-CniRouterConfiguration uses 60 seconds.",
                cnis.Select(cni => cni.Interconnect));
    }
}
