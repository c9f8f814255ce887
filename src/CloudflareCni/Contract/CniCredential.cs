using System.Diagnostics;

namespace CloudflareCni;

/// <summary>Represents a credential: an API token, or an email address with an API key. The secret is never shown.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CniCredential
{
    private CniCredential(string? email, string secret)
    {
        Email = email;
        Secret = secret;
    }

    /// <summary>Gets the email address that belongs to the API key, or <see langword="null"/> for a token.</summary>
    public string? Email { get; }

    /// <summary>Gets the token or the API key, which no message may repeat.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Secret { get; }

    /// <summary>Creates a credential from an API token.</summary>
    /// <param name="token">The token: printable ASCII without white space.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="CniArgumentException">The token is empty or can't be sent in a header. The message doesn't repeat it.</exception>
    public static CniCredential FromToken(string token) => new(null, CredentialRules.Check("ApiToken", token, "API token"));

    /// <summary>Creates a credential from an API key and the email address that it belongs to.</summary>
    /// <param name="email">The email address: printable ASCII without white space.</param>
    /// <param name="apiKey">The API key: printable ASCII without white space.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="CniArgumentException">One of them is empty or can't be sent in a header. The message doesn't repeat it.</exception>
    public static CniCredential FromKey(string email, string apiKey) =>
        new(CredentialRules.Check("Email", email, "email address"), CredentialRules.Check("ApiKey", apiKey, "API key"));

    /// <summary>Returns what kind of credential it is, and whose.</summary>
    /// <returns>A text without the secret.</returns>
    public override string ToString() => Email is null ? "API token" : $"API key of {Email}";
}
