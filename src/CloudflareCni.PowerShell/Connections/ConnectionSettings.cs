using System;
using System.Globalization;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Everything that makes a connection what it is, account apart.</summary>
/// <param name="BaseUri">The whole base address.</param>
/// <param name="Credential">Who asks.</param>
/// <param name="TimeoutSec">How long one attempt may take, in seconds.</param>
/// <param name="Proxy">The proxy; null for the system's.</param>
/// <param name="ProxyCredential">Who asks the proxy; null for nobody.</param>
/// <param name="ProxyUseDefaultCredentials">Whether the Windows account asks the proxy.</param>
internal sealed record ConnectionSettings(
    Uri BaseUri,
    ConnectionCredential Credential,
    int TimeoutSec = ConnectionSettings.DefaultTimeoutSec,
    Uri? Proxy = null,
    PSCredential? ProxyCredential = null,
    bool ProxyUseDefaultCredentials = false)
{
    public const int DefaultTimeoutSec = 60;

    public static Uri DefaultBaseUri { get; } = new("https://api.cloudflare.com/client/v4");

    /// <summary>A hash that is equal when, and only when, the settings are: nothing can be read back from it.</summary>
    /// <returns>The hash as text.</returns>
    public string Fingerprint()
    {
        string[] parts =
        [
            BaseUri.AbsoluteUri,
            Credential.Email ?? "",
            Credential.Secret,
            TimeoutSec.ToString(CultureInfo.InvariantCulture),
            Proxy?.AbsoluteUri ?? "",
            ProxyCredential?.UserName ?? "",
            ProxyCredential?.GetNetworkCredential().Password ?? "",
            ProxyUseDefaultCredentials ? "1" : "0",
        ];
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\0", parts))));
    }
}
