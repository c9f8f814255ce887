using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>RES01: at least two circuits carry CNIs.</summary>
internal sealed class CircuitCountRule() : DomainRule("RES01", Documentation.Resiliency)
{
    private protected override CniResiliencySeverity Severity(CniResiliencyTier tier) => CniResiliencySeverity.Error;

    private protected override Verdict Say(ResiliencyCase found, IReadOnlyList<ResiliencyLink> links)
    {
        string evidence = $"{ResiliencyText.Circuits(links.Count)} with CNIs.";
        if (links.Count > 1)
        {
            return new(CniResiliencyResult.Pass, evidence);
        }

        ResiliencyLink[] unread = found.Unread.ToArray();
        return links.Count + unread.Length > 1
            ? new(CniResiliencyResult.Unknown, $"{evidence} The CNIs of {ResiliencyText.Names(unread)} couldn't be read.", "Run the command again.", unread.Select(link => link.Name))
            : new(CniResiliencyResult.Fail, evidence, "Order a second circuit, or create a CNI on a circuit that has none.", links.Select(link => link.Name));
    }
}
