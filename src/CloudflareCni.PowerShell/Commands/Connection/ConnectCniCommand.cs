using System;
using System.Collections;
using System.Management.Automation;
using System.Security;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Connections;
using CloudflareCni.PowerShell.Files;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Connects to Cloudflare, or to a sandbox in this process, and makes the connection the runspace's default.</summary>
[Cmdlet(VerbsCommunications.Connect, "Cni", DefaultParameterSetName = EnvironmentSet)]
[OutputType(typeof(CniConnection))]
public sealed class ConnectCniCommand : StoppableCommand
{
    private const string EnvironmentSet = "Environment";
    private const string TokenSet = "ApiToken";
    private const string CredentialSet = "Credential";
    private const string KeySet = "ApiKey";
    private const string TableSet = "Connection";
    private const string SandboxSet = "Sandbox";
    private const int LongestTimeoutSec = 24 * 60 * 60;
    private const int MostRetries = 100;

    /// <summary>The API token.</summary>
    [Parameter(ParameterSetName = TokenSet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = SandboxSet)]
    [SecretTransformation]
    public SecureString? ApiToken { get; set; }

    /// <summary>A credential whose user name is the account ID and whose password is the API token, as an Azure Automation credential asset.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    public PSCredential? Credential { get; set; }

    /// <summary>The email address that the API key belongs to.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    public string? Email { get; set; }

    /// <summary>The global API key.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [SecretTransformation]
    public SecureString? ApiKey { get; set; }

    /// <summary>A hashtable with AccountId, ApiToken or Email and ApiKey, and BaseUri, as an Azure Automation connection asset.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true)]
    public IDictionary? Connection { get; set; }

    /// <summary>Practises in a fresh sandbox inside this process: no contract, no network, no cost.</summary>
    [Parameter(ParameterSetName = SandboxSet, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The file that keeps the sandbox's state from one session to the next.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>The account ID. Without it the one account that the credential reaches is found by a request.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    public string? AccountId { get; set; }

    /// <summary>The whole base address of the API. Plain http is for loopback only.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = TableSet)]
    [ValidateNotNullOrEmpty]
    public string? BaseUri { get; set; }

    /// <summary>How long one attempt of a request may take, in seconds.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, LongestTimeoutSec)]
    public int TimeoutSec { get; set; } = ConnectionSettings.DefaultTimeoutSec;

    /// <summary>How often a request is tried again after a failure that may pass; 0 for never. A request that creates is never sent twice.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, MostRetries)]
    public int MaximumRetryCount { get; set; } = ConnectionSettings.DefaultMaximumRetryCount;

    /// <summary>The longest wait before another try that the server may ask for, in seconds. When it asks for more, the command fails.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, LongestTimeoutSec)]
    public int MaximumRetryAfterSec { get; set; } = ConnectionSettings.DefaultMaximumRetryAfterSec;

    /// <summary>How many requests this credential may send in five minutes, in all sessions of this process; 0 for no limit.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, int.MaxValue)]
    public int? RequestLimit { get; set; }

    /// <summary>The proxy's address. Without it the system's proxy is used.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy.</summary>
    [Parameter]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Shows the proxy the Windows account of this process.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Only writes the connection, and leaves the runspace's default as it is.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    private protected override void Begin()
    {
        CheckProxy();
        if (AccountId is not null)
        {
            AccountId = NameRules.CheckAccountId(nameof(AccountId), AccountId);
        }

        CniConnection connection = Sandbox ? CreateSandbox() : CreateConnection();
        if (connection.AccountId is null)
        {
            FindAccount(connection);
        }

        if (!NoDefault)
        {
            DefaultConnection.Current = connection;
        }

        WriteObject(connection);
    }

    private CniConnection CreateSandbox() => CniConnections.CreateSandbox(
        AccountId,
        ApiToken is null ? null : Secrets.Reveal(ApiToken),
        StatePath is null ? null : FileSystemPath.ResolveFile(SessionState.Path, nameof(StatePath), StatePath),
        TimeoutSec);

    private CniConnection CreateConnection()
    {
        (ConnectionSettings settings, string? accountId) = ReadSettings();
        return CniConnections.Create(
            settings with
            {
                BaseUri = BaseUri is null ? settings.BaseUri : BaseAddressRules.Check(nameof(BaseUri), BaseUri),
                TimeoutSec = TimeoutSec,
                MaximumRetryCount = MaximumRetryCount,
                MaximumRetryAfterSec = MaximumRetryAfterSec,
                RequestLimit = RequestLimit,
                Proxy = Proxy,
                ProxyCredential = ProxyCredential,
                ProxyUseDefaultCredentials = ProxyUseDefaultCredentials,
            },
            AccountId ?? accountId);
    }

    private (ConnectionSettings Settings, string? AccountId) ReadSettings() => ParameterSetName switch
    {
        TokenSet => (With(ConnectionCredential.FromToken(Reveal(nameof(ApiToken), ApiToken!))), null),
        CredentialSet => (
            With(ConnectionCredential.FromToken(Reveal(nameof(Credential), Credential!.Password))),
            NameRules.CheckAccountId(nameof(Credential), Credential.UserName)),
        KeySet => (With(ConnectionCredential.FromKey(Email!, Reveal(nameof(ApiKey), ApiKey!))), null),
        TableSet => ConnectionTable.Read(Connection!),
        _ => ConnectionEnvironment.Read() ?? throw new CniException(
            CniErrorKind.NotConnected,
            "Connect-Cni was given no credential and the environment names none. Give -ApiToken, -Credential, -Email and -ApiKey or -Connection, "
            + "set CLOUDFLARE_API_TOKEN, or practise with -Sandbox."),
    };

    private static ConnectionSettings With(ConnectionCredential credential) => new(ConnectionSettings.DefaultBaseUri, credential);

    private static string Reveal(string parameterName, SecureString secret) =>
        Secrets.Reveal(secret) is { Length: > 0 } text ? text : throw new CniArgumentException(parameterName, $"-{parameterName} is empty. Give the token or key that Cloudflare showed.");

    private void CheckProxy()
    {
        if (Proxy is null && (ProxyCredential is not null || ProxyUseDefaultCredentials))
        {
            throw new CniArgumentException(nameof(Proxy), "-ProxyCredential and -ProxyUseDefaultCredentials need the proxy's address: give -Proxy as well.");
        }

        if (ProxyCredential is not null && ProxyUseDefaultCredentials)
        {
            throw new CniArgumentException(nameof(ProxyCredential), "Give -ProxyCredential or -ProxyUseDefaultCredentials, not both.");
        }

        if (Proxy is { IsAbsoluteUri: false })
        {
            throw new CniArgumentException(nameof(Proxy), $"'{Proxy}' is no absolute address of a proxy. Write it as http://proxy.example.com:8080.");
        }
    }
}
