namespace CloudflareCni.Client;

/// <summary>An API token, sent as <c>Authorization: Bearer</c>.</summary>
public sealed class CniTokenCredential : CniCredential
{
    /// <summary>Makes the credential.</summary>
    /// <param name="token">The token: printable ASCII without white space.</param>
    /// <exception cref="CniArgumentException">The token is empty or can't stand in a header.</exception>
    public CniTokenCredential(string token) => Secret = CredentialRules.Check("Token", token, "API token");

    internal override string Secret { get; }

    /// <summary>Says what kind of credential it is.</summary>
    /// <returns>A text without the token.</returns>
    public override string ToString() => "API token";

    internal override (string Name, string Value)[] GetHeaders() => [("Authorization", "Bearer " + Secret)];
}
