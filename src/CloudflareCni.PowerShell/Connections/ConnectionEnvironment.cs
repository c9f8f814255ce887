using System;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Reads the environment variables that Cloudflare's official clients use.</summary>
internal static class ConnectionEnvironment
{
    /// <summary>Reads the environment variables.</summary>
    /// <returns>The options and the account, or <see langword="null"/> if the variables don't contain a credential.</returns>
    /// <exception cref="CniArgumentException">CLOUDFLARE_BASE_URL or CLOUDFLARE_ACCOUNT_ID isn't valid.</exception>
    public static (CniClientOptions Options, string? AccountId)? Read()
    {
        CniCredential? credential =
            Get("CLOUDFLARE_API_TOKEN") is { } token ? CniCredential.FromToken(token)
            : Get("CLOUDFLARE_API_KEY") is { } key && Get("CLOUDFLARE_EMAIL") is { } email ? CniCredential.FromKey(email, key)
            : null;
        if (credential is null)
        {
            return null;
        }

        Uri baseUri = Get("CLOUDFLARE_BASE_URL") is { } text
            ? BaseAddressRules.Check("CLOUDFLARE_BASE_URL", text)
            : CniClientOptions.DefaultBaseAddress;
        string? accountId = Get("CLOUDFLARE_ACCOUNT_ID") is { } account ? NameRules.CheckAccountId("CLOUDFLARE_ACCOUNT_ID", account) : null;
        return (new CniClientOptions { BaseAddress = baseUri, Credential = credential }, accountId);
    }

    private static string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value.Trim() : null;
}
