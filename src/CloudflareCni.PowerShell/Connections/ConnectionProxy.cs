using System;
using System.Management.Automation;
using System.Net;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>A proxy, and who asks it.</summary>
internal sealed class ConnectionProxy
{
    private readonly NetworkCredential? _credential;
    private readonly bool _useDefaultCredentials;

    private ConnectionProxy(Uri address, NetworkCredential? credential, bool useDefaultCredentials)
    {
        Address = address;
        _credential = credential;
        _useDefaultCredentials = useDefaultCredentials;
    }

    /// <summary>The address, without a user name and password.</summary>
    public Uri Address { get; }

    /// <summary>Reads the parameters of Connect-Cni.</summary>
    /// <param name="proxy">The address, which may hold a user name and password; <see langword="null"/> for none.</param>
    /// <param name="credential">The credential for the proxy; <see langword="null"/> for none.</param>
    /// <param name="useDefaultCredentials">Whether the proxy is shown the Windows account of this process.</param>
    /// <returns>The proxy; <see langword="null"/> for the system's.</returns>
    /// <exception cref="CniArgumentException">The address can't be right, or the credential is missing its proxy or given twice.</exception>
    public static ConnectionProxy? Read(Uri? proxy, PSCredential? credential, bool useDefaultCredentials)
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

        return new ConnectionProxy(address, inAddress ?? credential?.GetNetworkCredential(), useDefaultCredentials);
    }

    /// <summary>Creates what the HTTP client takes.</summary>
    /// <returns>The proxy.</returns>
    public WebProxy ToWebProxy() => new(Address) { UseDefaultCredentials = _useDefaultCredentials, Credentials = _credential };

    /// <summary>What two equal proxies have in common, the password included: for a hash alone.</summary>
    /// <returns>The parts.</returns>
    public string[] Parts() => [Address.AbsoluteUri, _credential?.UserName ?? "", _credential?.Password ?? "", _useDefaultCredentials ? "1" : "0"];
}
