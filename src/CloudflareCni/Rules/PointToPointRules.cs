namespace CloudflareCni;

/// <summary>What the two addresses of a CNI may be.</summary>
public static class PointToPointRules
{
    private const int DocumentedLength = 31;

    /// <summary>Checks one end's address.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="text">The address, <c>A.B.C.D/N</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="CniArgumentException">The text has another form, its prefix is too small for two ends, or it names the whole network.</exception>
    public static IpPrefix Check(string parameterName, string? text)
    {
        IpPrefix address = IpPrefix.Parse(parameterName, text);
        if (address.Length > DocumentedLength)
        {
            throw new CniArgumentException(
                parameterName,
                $"{address} has room for one address, and a point-to-point link has two: did you mean {address.WithLength(DocumentedLength)}?");
        }

        if (address.Length < DocumentedLength && (address.IsNetworkAddress || address.IsBroadcastAddress))
        {
            string which = address.IsNetworkAddress ? "network" : "broadcast";
            throw new CniArgumentException(
                parameterName, $"{address} is the {which} address of {address.Network}: give an address between its first and its last.");
        }

        return address;
    }

    /// <summary>Checks that two addresses can be the ends of one link.</summary>
    /// <param name="parameterName">The parameter to blame, as the user knows it.</param>
    /// <param name="custIp">The customer's end.</param>
    /// <param name="p2pIp">Cloudflare's end.</param>
    /// <exception cref="CniArgumentException">They are one address, or don't lie in one prefix.</exception>
    public static void CheckPair(string parameterName, IpPrefix custIp, IpPrefix p2pIp)
    {
        if (custIp == p2pIp)
        {
            throw new CniArgumentException(parameterName, $"{custIp} can't be both ends of the link: CustIp and P2pIp must differ.");
        }

        if (custIp.SameNetwork(p2pIp))
        {
            return;
        }

        string fault = custIp.Length == p2pIp.Length
            ? $"CustIp {custIp} lies in {custIp.Network} and P2pIp {p2pIp} in {p2pIp.Network}"
            : $"CustIp {custIp} and P2pIp {p2pIp} have different prefix lengths";
        throw new CniArgumentException(
            parameterName, $"{fault}: both ends must lie in one prefix. To move a link to another prefix, give both CustIp and P2pIp.");
    }

    /// <summary>Gets the prefix that both ends of a CNI lie in, as far as it can be read: an address that was read is never refused.</summary>
    /// <param name="cni">The CNI.</param>
    /// <returns>The prefix of Cloudflare's end, or else of the customer's; <c>null</c> if neither can be read.</returns>
    internal static IpPrefix? Network(Cni cni) =>
        IpPrefix.TryParse(cni.P2pIp, out IpPrefix end) || IpPrefix.TryParse(cni.CustIp, out end) ? end.Network : null;

    /// <summary>What to tell the user about an address that was checked.</summary>
    /// <param name="address">An end's address.</param>
    /// <returns>A warning when its prefix is not the /31 of Cloudflare's documentation; null otherwise.</returns>
    public static string? Warn(IpPrefix address) => address.Length == DocumentedLength
        ? null
        : $"{address} lies in a /{Shown.Number(address.Length)}, and Cloudflare documents a /31 for point-to-point links: it may be refused.";
}
