using System;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that asks for a LOA, which only a physical interconnect has.</summary>
public abstract class CniLoaCommand : CniCommand
{
    /// <summary>Asks for a LOA, and tells a refusal that lies in the interconnect's kind from any other.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="ask">Asks.</param>
    /// <exception cref="CniException">The interconnect is a GCP partner's, or what <paramref name="ask"/> throws.</exception>
    private protected void AskForLoa(InterconnectReference interconnect, Action ask)
    {
        try
        {
            ask();
        }
        catch (CniApiException e) when (e.Kind == CniErrorKind.BadRequest && KindOf(interconnect) == CniInterconnectKind.GcpPartner)
        {
            throw new CniException(CniErrorKind.LoaNotAvailable, $"Interconnect {interconnect} is a GCP partner interconnect, which has no LOA. {e.Message}", e);
        }
    }

    private CniInterconnectKind KindOf(InterconnectReference interconnect) => (interconnect.Interconnect
        ?? Wait(GetClient(interconnect).GetInterconnectAsync(interconnect.Name, Stopped))).Kind;
}
