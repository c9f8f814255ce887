namespace CloudflareCni.PowerShell.Connections;

/// <summary>What proves to Cloudflare who asks: a token, or an email address with an API key. Never shown.</summary>
internal sealed class ConnectionCredential
{
    private ConnectionCredential(string? email, string secret)
    {
        Email = email;
        Secret = secret;
    }

    /// <summary>The email address that belongs to an API key; null with a token.</summary>
    public string? Email { get; }

    /// <summary>The token or the API key.</summary>
    public string Secret { get; }

    /// <summary>A token.</summary>
    /// <exception cref="CniArgumentException">It can't be one: better said where it is given than at the first request.</exception>
    public static ConnectionCredential FromToken(string token) => new(null, CredentialRules.Check("ApiToken", token, "API token"));

    /// <summary>An email address with an API key.</summary>
    /// <exception cref="CniArgumentException">One of them can't be right.</exception>
    public static ConnectionCredential FromKey(string email, string apiKey) =>
        new(CredentialRules.Check("Email", email, "email address"), CredentialRules.Check("ApiKey", apiKey, "API key"));
}
