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

    public static ConnectionCredential FromToken(string token) => new(null, token);

    public static ConnectionCredential FromKey(string email, string apiKey) => new(email, apiKey);
}
