namespace CloudflareCni.Client;

/// <summary>An e-mail address with an API key, sent as <c>X-Auth-Email</c> and <c>X-Auth-Key</c>.</summary>
public sealed class CniKeyCredential : CniCredential
{
    /// <summary>Makes the credential.</summary>
    /// <param name="email">The user's e-mail address: printable ASCII without white space.</param>
    /// <param name="key">The user's API key: printable ASCII without white space.</param>
    /// <exception cref="CniArgumentException">One of them is empty or can't stand in a header.</exception>
    public CniKeyCredential(string email, string key)
    {
        Email = CredentialRules.Check("Email", email, "e-mail address");
        Secret = CredentialRules.Check("Key", key, "API key");
    }

    /// <summary>The user's e-mail address.</summary>
    public string Email { get; }

    internal override string Secret { get; }

    /// <summary>Says what kind of credential it is, and whose.</summary>
    /// <returns>A text without the key.</returns>
    public override string ToString() => $"API key of {Email}";

    internal override (string Name, string Value)[] GetHeaders() => [("X-Auth-Email", Email), ("X-Auth-Key", Secret)];
}
