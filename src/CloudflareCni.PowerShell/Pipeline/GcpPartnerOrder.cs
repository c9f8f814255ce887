using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>Sends an order for a GCP partner interconnect. If the response is lost, the exception names the interconnects that are new.</summary>
/// <remarks>The API never returns the pairing key, so it isn't possible to find the interconnect that was created with it.</remarks>
/// <param name="target">The description of the interconnect.</param>
/// <param name="howToCheck">What to do if the response is lost.</param>
/// <param name="list">The function that lists all interconnects of the account.</param>
/// <param name="send">The function that sends the order.</param>
internal sealed class GcpPartnerOrder(string target, string howToCheck, Func<IEnumerable<CniInterconnect>> list, Func<CniInterconnect> send)
{
    /// <summary>Sends the order.</summary>
    /// <returns>The interconnect.</returns>
    /// <exception cref="CniException">The order failed, or it isn't known whether it succeeded.</exception>
    public CniInterconnect Send()
    {
        HashSet<string> before = [.. Names()];
        try
        {
            return send();
        }
        catch (CniApiException lost) when (lost.MayHaveHappened)
        {
            throw CniCreateCommand.OutcomeUnknown(target, DescribeNew(before), lost);
        }
    }

    private string DescribeNew(HashSet<string> before)
    {
        try
        {
            string names = string.Join(", ", Names().Where(name => !before.Contains(name)));
            return (names.Length == 0 ? "No new GCP partner interconnect exists yet." : $"These GCP partner interconnects are new: {names}.") + " " + howToCheck;
        }
        catch (CniException failure)
        {
            return $"Checking whether it exists failed as well: {failure.Message} {howToCheck}";
        }
    }

    private IEnumerable<string> Names() => list().Where(interconnect => interconnect.Kind == CniInterconnectKind.GcpPartner).Select(interconnect => interconnect.Name);
}
