using System;
using System.Linq;
using System.Net;

namespace CloudflareCni;

/// <summary>Checks the address of a proxy.</summary>
public static class ProxyRules
{
#if NET
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];
#else
    // .NET Framework supports only this scheme.
    private static readonly string[] Schemes = ["http"];
#endif

    /// <summary>Checks the address of a proxy, and removes the user name and password from it. No message repeats the address, which may contain a password.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="proxy">The address, such as <c>http://proxy.example.com:8080</c> or <c>http://user:password@proxy.example.com:8080</c>.</param>
    /// <returns>The address without user information, and the credential from it, or <see langword="null"/> if there was none.</returns>
    /// <exception cref="CniArgumentException">The address isn't absolute, has an unsupported scheme, or has a path, a query or a fragment.</exception>
    public static (Uri Address, NetworkCredential? Credential) Check(string parameterName, Uri proxy)
    {
        if (!proxy.IsAbsoluteUri || proxy.Host.Length == 0 || !Schemes.Contains(proxy.Scheme))
        {
            throw new CniArgumentException(
                parameterName,
                $"-{parameterName} isn't the address of a proxy. Use an address such as http://proxy.example.com:8080. The supported schemes are {string.Join(", ", Schemes)}.");
        }

        // A /, ? or # in a password ends the host part: the rest would be lost, and the start of the password would be read as the host or the port.
        if (proxy.PathAndQuery.Length > 1 || proxy.Fragment.Length > 0)
        {
            throw new CniArgumentException(
                parameterName,
                $"-{parameterName} has a path, a query or a fragment, which a proxy address can't have. "
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
