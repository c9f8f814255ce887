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
    private protected void RequestLoa(InterconnectReference interconnect, Action ask)
    {
        try
        {
            ask();
        }
        catch (CniApiException e) when (e.Kind == CniErrorKind.BadRequest && Read(interconnect).Kind == CniInterconnectKind.GcpPartner)
        {
            throw new CniException(CniErrorKind.LoaNotAvailable, $"Interconnect {interconnect} is a GCP partner interconnect, which doesn't have an LOA. {e.Message}", e);
        }
    }

    /// <summary>Gets the interconnect of a reference, which is read unless the reference has it.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <returns>The interconnect.</returns>
    private protected CniInterconnect Read(InterconnectReference interconnect) =>
        interconnect.Interconnect ?? Wait(GetClient(interconnect).GetInterconnectAsync(interconnect.Name, Stopped));
}
