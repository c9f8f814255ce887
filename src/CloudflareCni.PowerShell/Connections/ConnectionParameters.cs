using System.Management.Automation;
using System.Security;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Reads a credential from the parameters of Connect-Cni. Each method returns the options, and the account if the credential contains one.</summary>
internal static class ConnectionParameters
{
    /// <summary>Reads an API token.</summary>
    /// <exception cref="CniArgumentException">The token is empty or isn't valid.</exception>
    public static (CniClientOptions Options, string? AccountId) FromToken(string parameter, SecureString token) =>
        (With(CniCredential.FromToken(Reveal(parameter, token))), null);

    /// <summary>Reads a credential with the account ID as the user name and the API token as the password.</summary>
    /// <exception cref="CniArgumentException">The token or the account ID isn't valid.</exception>
    public static (CniClientOptions Options, string? AccountId) FromCredential(string parameter, PSCredential credential) =>
        (With(CniCredential.FromToken(Reveal(parameter, credential.Password))), NameRules.CheckAccountId(parameter, credential.UserName));

    /// <summary>Reads a global API key with the email address that it belongs to.</summary>
    /// <exception cref="CniArgumentException">The email address or the key isn't valid.</exception>
    public static (CniClientOptions Options, string? AccountId) FromKey(string email, string parameter, SecureString key) =>
        (With(CniCredential.FromKey(email, Reveal(parameter, key))), null);

    /// <summary>Reads the environment variables.</summary>
    /// <exception cref="CniException">The environment variables don't contain a credential, or aren't valid.</exception>
    public static (CniClientOptions Options, string? AccountId) FromEnvironment() => ConnectionEnvironment.Read() ?? throw new CniException(
        CniErrorKind.NotConnected,
        "Connect-Cni needs a credential, and the environment variables don't contain one. Use -ApiToken, -Credential, -Email and -ApiKey, or -Connection, "
        + "or set CLOUDFLARE_API_TOKEN. To practice, use -Sandbox.");

    private static CniClientOptions With(CniCredential credential) => new() { Credential = credential };

    private static string Reveal(string parameter, SecureString secret) => Secrets.Reveal(secret) is { Length: > 0 } text
        ? text
        : throw new CniArgumentException(parameter, $"-{parameter} is empty. Use the token or key that Cloudflare displayed when it was created.");
}
