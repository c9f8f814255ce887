using System;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that request an LOA, which only physical interconnects have.</summary>
public abstract class CniLoaCommand : CniCommand
{
    /// <summary>Requests an LOA. If the request is rejected because of the kind of interconnect, the exception says so.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="ask">The request.</param>
    /// <exception cref="CniException">The interconnect is a GCP partner interconnect, or <paramref name="ask"/> failed.</exception>
    private protected void AskForLoa(InterconnectReference interconnect, Action ask)
    {
        try
        {
            ask();
        }
        catch (CniApiException e) when (e.Kind == CniErrorKind.BadRequest && KindOf(interconnect) == CniInterconnectKind.GcpPartner)
        {
            throw new CniException(CniErrorKind.LoaNotAvailable, $"Interconnect {interconnect} is a GCP partner interconnect, which doesn't have an LOA. {e.Message}", e);
        }
    }

    private CniInterconnectKind KindOf(InterconnectReference interconnect) => (interconnect.Interconnect
        ?? Wait(GetClient(interconnect).GetInterconnectAsync(interconnect.Name, Stopped))).Kind;
}
