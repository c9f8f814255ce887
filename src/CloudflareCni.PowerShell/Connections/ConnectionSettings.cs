using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Everything that makes a connection what it is, account apart.</summary>
/// <param name="BaseUri">The whole base address.</param>
/// <param name="Credential">Who asks.</param>
/// <param name="TimeoutSec">How long one attempt may take, in seconds.</param>
/// <param name="Proxy">The proxy; null for the system's.</param>
/// <param name="MaximumRetryCount">How often a request is tried again.</param>
/// <param name="MaximumRetryAfterSec">The longest wait that a server may ask for, in seconds.</param>
/// <param name="RequestLimit">How many requests the credential may send in five minutes; null for the default, 0 for no limit.</param>
internal sealed record ConnectionSettings(
    Uri BaseUri,
    ConnectionCredential Credential,
    int TimeoutSec = ConnectionSettings.DefaultTimeoutSec,
    ConnectionProxy? Proxy = null,
    int MaximumRetryCount = ConnectionSettings.DefaultMaximumRetryCount,
    int MaximumRetryAfterSec = ConnectionSettings.DefaultMaximumRetryAfterSec,
    int? RequestLimit = null)
{
    public const int DefaultTimeoutSec = 60;

    public const int DefaultMaximumRetryCount = 4;
    public const int DefaultMaximumRetryAfterSec = 60;

    // Cloudflare refuses everything for five minutes past it.
    private const int CloudflareRequestLimit = 1200;

    public static Uri DefaultBaseUri { get; } = new("https://api.cloudflare.com/client/v4");

    /// <summary>The limit that counts: a server on this machine is not Cloudflare's. Null for none.</summary>
    public int? EffectiveRequestLimit => RequestLimit switch
    {
        0 => null,
        null => BaseAddressRules.IsLoopback(BaseUri) ? null : CloudflareRequestLimit,
        _ => RequestLimit,
    };

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
            .. Proxy?.Parts() ?? [],
            MaximumRetryCount.ToString(CultureInfo.InvariantCulture),
            MaximumRetryAfterSec.ToString(CultureInfo.InvariantCulture),
            EffectiveRequestLimit?.ToString(CultureInfo.InvariantCulture) ?? "",
        ];
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\0", parts))));
    }
}
