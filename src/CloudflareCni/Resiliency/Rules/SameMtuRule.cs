using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES09: all CNIs have the same MTU.</summary>
internal sealed class SameMtuRule() : ResiliencyRule("RES09", Documentation.GetStarted)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Warning;

    private protected override Verdict Say(ResiliencyCase found)
    {
        int[] mtus = found.Cnis.Select(cni => cni.Mtu).Distinct().OrderBy(mtu => mtu).ToArray();
        return mtus.Length < 2
            ? new(CniResiliencyResult.Pass, mtus.Length == 0 ? "There are no CNIs." : $"Every CNI has the MTU {ResiliencyText.Number(mtus[0])}.")
            : new(
                CniResiliencyResult.Fail,
                $"The CNIs have the MTUs {ResiliencyText.Names(mtus.Select(mtu => ResiliencyText.Number(mtu)))}.",
                "After a failover, large packets may no longer pass. Use the smallest MTU everywhere, or clamp the TCP MSS to it.",
                found.Cnis.Where(cni => cni.Mtu != mtus[mtus.Length - 1]).Select(cni => cni.Interconnect));
    }
}
