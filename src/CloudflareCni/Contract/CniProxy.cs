using System;
using System.Diagnostics;
using System.Net;

namespace CloudflareCni;

/// <summary>Represents a proxy and the credential for it, which is never shown.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CniProxy
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly NetworkCredential? _credential;
    private readonly bool _useDefaultCredentials;

    private CniProxy(Uri address, NetworkCredential? credential, bool useDefaultCredentials)
    {
        Address = address;
        _credential = credential;
        _useDefaultCredentials = useDefaultCredentials;
    }

    /// <summary>Gets the address, without user name and password.</summary>
    public Uri Address { get; }

    /// <summary>Gets the parts that are equal for equal proxies, including the password. They are only for a hash.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string[] Parts => [Address.AbsoluteUri, _credential?.UserName ?? "", _credential?.Password ?? "", _useDefaultCredentials ? "1" : "0"];

    /// <summary>Creates a proxy from the parameters of Connect-Cni.</summary>
    /// <param name="proxy">The address, which may contain a user name and password, or <see langword="null"/> if it isn't specified.</param>
    /// <param name="credential">The credential for the proxy, or <see langword="null"/> if it isn't specified.</param>
    /// <param name="useDefaultCredentials"><see langword="true"/> to sign in to the proxy with the Windows account of this process; otherwise, <see langword="false"/>.</param>
    /// <returns>The proxy, or <see langword="null"/> for the system proxy.</returns>
    /// <exception cref="CniArgumentException">The address isn't valid, or the credential is specified without a proxy or more than once.</exception>
    public static CniProxy? Read(Uri? proxy, NetworkCredential? credential = null, bool useDefaultCredentials = false)
    {
        if (proxy is null)
        {
            return credential is null && !useDefaultCredentials ? null : throw new CniArgumentException(
                "Proxy", "-ProxyCredential and -ProxyUseDefaultCredentials require the proxy's address. Use -Proxy to specify it.");
        }

        (Uri address, NetworkCredential? inAddress) = ProxyRules.Check("Proxy", proxy);
        if ((inAddress is null ? 0 : 1) + (credential is null ? 0 : 1) + (useDefaultCredentials ? 1 : 0) > 1)
        {
            throw new CniArgumentException(
                "ProxyCredential",
                "The proxy credential is specified more than once. Use only one of -ProxyCredential, -ProxyUseDefaultCredentials, or a user name and password in -Proxy.");
        }

        return new CniProxy(address, inAddress ?? credential, useDefaultCredentials);
    }

    /// <summary>Creates the proxy object for the HTTP client.</summary>
    /// <returns>The proxy.</returns>
    public WebProxy ToWebProxy() => new(Address)
    {
        // WebProxy.UseDefaultCredentials only reads and writes Credentials, so setting both would undo the first.
        Credentials = _useDefaultCredentials ? CredentialCache.DefaultCredentials : _credential,
    };

    /// <summary>Returns the address.</summary>
    /// <returns>The address, without user name and password.</returns>
    public override string ToString() => Address.ToString();
}
