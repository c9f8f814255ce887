namespace CloudflareCni;

/// <summary>Checks the two addresses of a CNI.</summary>
public static class PointToPointRules
{
    private const int DocumentedLength = 31;

    /// <summary>Checks one end's address.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="text">The address, <c>A.B.C.D/N</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="CniArgumentException">The text has another format, its prefix is too small for two ends, or it's the network or broadcast address of its prefix.</exception>
    public static IpPrefix Check(string parameterName, string? text)
    {
        IpPrefix address = IpPrefix.Parse(parameterName, text);
        if (address.Length > DocumentedLength)
        {
            throw new CniArgumentException(
                parameterName,
                $"{address} has room for only one address, but a point-to-point link needs two. Did you mean {address.WithLength(DocumentedLength)}?");
        }

        if (address.Length < DocumentedLength && (address.IsNetworkAddress || address.IsBroadcastAddress))
        {
            string which = address.IsNetworkAddress ? "network" : "broadcast";
            throw new CniArgumentException(
                parameterName, $"{address} is the {which} address of {address.Network}. Use an address between the first and the last.");
        }

        return address;
    }

    /// <summary>Checks that two addresses can be the ends of the same link.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="custIp">The customer's end.</param>
    /// <param name="p2pIp">Cloudflare's end.</param>
    /// <exception cref="CniArgumentException">The addresses are equal, or aren't in the same prefix.</exception>
    public static void CheckPair(string parameterName, IpPrefix custIp, IpPrefix p2pIp)
    {
        if (custIp == p2pIp)
        {
            throw new CniArgumentException(parameterName, $"{custIp} can't be both ends of the link. CustIp and P2pIp must differ.");
        }

        if (custIp.SameNetwork(p2pIp))
        {
            return;
        }

        string fault = custIp.Length == p2pIp.Length
            ? $"CustIp {custIp} is in {custIp.Network} and P2pIp {p2pIp} is in {p2pIp.Network}"
            : $"CustIp {custIp} and P2pIp {p2pIp} have different prefix lengths";
        throw new CniArgumentException(
            parameterName, $"{fault}, but both ends must be in the same prefix. To move a link to another prefix, use both -CustIp and -P2pIp.");
    }

    /// <summary>Returns a warning about a valid address.</summary>
    /// <param name="address">The address of one end.</param>
    /// <returns>A warning if the prefix isn't a /31, as Cloudflare documents; otherwise, <c>null</c>.</returns>
    public static string? Warn(IpPrefix address) => address.Length == DocumentedLength
        ? null
        : $"{address} is in a /{DisplayText.Number(address.Length)}, but Cloudflare documents a /31 for point-to-point links. Cloudflare may refuse it.";
}
