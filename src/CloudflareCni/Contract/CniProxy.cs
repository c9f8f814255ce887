using System;
using System.Diagnostics;
using System.Net;

namespace CloudflareCni;

/// <summary>A proxy, and the credential for it, which is never shown.</summary>
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

    /// <summary>Gets the address, without a user name and password.</summary>
    public Uri Address { get; }

    /// <summary>Gets what two equal proxies have in common, the password included: for a hash alone.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string[] Parts => [Address.AbsoluteUri, _credential?.UserName ?? "", _credential?.Password ?? "", _useDefaultCredentials ? "1" : "0"];

    /// <summary>Reads the parameters of Connect-Cni.</summary>
    /// <param name="proxy">The address, which may hold a user name and password; <see langword="null"/> for none.</param>
    /// <param name="credential">The credential for the proxy; <see langword="null"/> for none.</param>
    /// <param name="useDefaultCredentials">Whether the proxy is shown the Windows account of this process.</param>
    /// <returns>The proxy; <see langword="null"/> for the system's.</returns>
    /// <exception cref="CniArgumentException">The address can't be right, or the credential is missing its proxy or given twice.</exception>
    public static CniProxy? Read(Uri? proxy, NetworkCredential? credential = null, bool useDefaultCredentials = false)
    {
        if (proxy is null)
        {
            return credential is null && !useDefaultCredentials ? null : throw new CniArgumentException(
                "Proxy", "-ProxyCredential and -ProxyUseDefaultCredentials need the proxy's address: add -Proxy.");
        }

        (Uri address, NetworkCredential? inAddress) = ProxyRules.Check("Proxy", proxy);
        if ((inAddress is null ? 0 : 1) + (credential is null ? 0 : 1) + (useDefaultCredentials ? 1 : 0) > 1)
        {
            throw new CniArgumentException(
                "ProxyCredential",
                "The credential for the proxy is given more than once. Use one of -ProxyCredential, -ProxyUseDefaultCredentials, and a user name and password in -Proxy, not both.");
        }

        return new CniProxy(address, inAddress ?? credential, useDefaultCredentials);
    }

    /// <summary>Creates what an HTTP client takes.</summary>
    /// <returns>The proxy.</returns>
    public WebProxy ToWebProxy() => new(Address) { UseDefaultCredentials = _useDefaultCredentials, Credentials = _credential };

    /// <summary>Returns the address.</summary>
    /// <returns>A text without any secret.</returns>
    public override string ToString() => Address.ToString();
}
