using System;
using System.Linq;
using System.Net;

namespace CloudflareCni;

/// <summary>What the address of a proxy can be.</summary>
public static class ProxyRules
{
#if NET
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];
#else
    // All that .NET Framework can speak to.
    private static readonly string[] Schemes = ["http"];
#endif

    /// <summary>Checks the address of a proxy, and takes the user name and password out of it. No message repeats the address, which may hold a password.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="proxy">The address, such as <c>http://proxy.example.com:8080</c> or <c>http://user:password@proxy.example.com:8080</c>.</param>
    /// <returns>The address without user information, and the credential that it held; <see langword="null"/> if it held none.</returns>
    /// <exception cref="CniArgumentException">It isn't an absolute address of a known scheme, or it has a path, a query or a fragment.</exception>
    public static (Uri Address, NetworkCredential? Credential) Check(string parameterName, Uri proxy)
    {
        if (!proxy.IsAbsoluteUri || proxy.Host.Length == 0 || !Schemes.Contains(proxy.Scheme))
        {
            throw new CniArgumentException(
                parameterName,
                $"-{parameterName} isn't the address of a proxy. Use an address such as http://proxy.example.com:8080. The schemes are {string.Join(", ", Schemes)}.");
        }

        // A /, ? or # in a password ends the host: what follows would be lost, and the password's beginning taken for the host or the port.
        if (proxy.PathAndQuery.Length > 1 || proxy.Fragment.Length > 0)
        {
            throw new CniArgumentException(
                parameterName,
                $"-{parameterName} has a path, a query or a fragment, which the address of a proxy doesn't have. "
                + "In a user name or password, write / as %2F, ? as %3F and # as %23, or use -ProxyCredential.");
        }

        return (new Uri(proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)), Credential(proxy.UserInfo));
    }

    private static NetworkCredential? Credential(string userInfo)
    {
        if (userInfo.Length == 0)
        {
            return null;
        }

        int colon = userInfo.IndexOf(':');
        string user = colon < 0 ? userInfo : userInfo.Substring(0, colon);
        string password = colon < 0 ? "" : userInfo.Substring(colon + 1);
        return new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
    }
}
