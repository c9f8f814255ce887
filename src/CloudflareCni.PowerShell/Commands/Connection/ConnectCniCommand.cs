using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Security;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Configuration;
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
    private const string CopySet = "SandboxCopy";
    private const int LongestTimeoutSec = 24 * 60 * 60;
    private const int MostRetries = 100;

    private bool _hasConnected;

    /// <summary>The API token.</summary>
    [Parameter(ParameterSetName = TokenSet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = SandboxSet)]
    [Parameter(ParameterSetName = CopySet)]
    [SecureStringTransformation]
    public SecureString? ApiToken { get; set; }

    /// <summary>A credential whose user name is the account ID and whose password is the API token, as an Azure Automation credential asset.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    [CredentialTransformation]
    public PSCredential? Credential { get; set; }

    /// <summary>The email address that the API key belongs to.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [SecretTextTransformation]
    public string? Email { get; set; }

    /// <summary>The global API key.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [SecureStringTransformation]
    public SecureString? ApiKey { get; set; }

    /// <summary>A hashtable, or an object, with AccountId, ApiToken or Email and ApiKey, and BaseUri, as an Azure Automation connection asset.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true)]
    [ConnectionTableTransformation]
    public IDictionary? Connection { get; set; }

    /// <summary>Practises in a fresh sandbox inside this process: no contract, no network, no cost.</summary>
    [Parameter(ParameterSetName = SandboxSet, Mandatory = true)]
    [Parameter(ParameterSetName = CopySet, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The file that keeps the sandbox's state from one session to the next.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>The configuration file that the sandbox starts as a copy of, so that a change can be rehearsed there.</summary>
    [Parameter(ParameterSetName = CopySet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? ConfigurationPath { get; set; }

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

    /// <summary>The proxy's address, with or without a user name and password. Without it the system's proxy is used. Loopback never uses a proxy.</summary>
    [Parameter]
    [ProxyTransformation]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy.</summary>
    [Parameter]
    [CredentialTransformation]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Shows the proxy the Windows account of this process.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Only writes the connection, and leaves the runspace's default as it is.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The engine runs nothing but this when a parameter can't bind.
        if (disposing && !_hasConnected && !MeansNoDefault())
        {
            DefaultConnection.Fail();
        }

        base.Dispose(disposing);
    }

    private protected override void Begin()
    {
        if (!NoDefault)
        {
            DefaultConnection.Fail();
        }

        ConnectionProxy? proxy = ConnectionProxy.Read(Proxy, ProxyCredential, ProxyUseDefaultCredentials);
        if (AccountId is not null)
        {
            AccountId = NameRules.CheckAccountId(nameof(AccountId), AccountId);
        }

        CniConnection connection = Sandbox ? CreateSandbox() : CreateConnection(proxy);
        if (connection.AccountId is null)
        {
            FindAccount(connection);
        }

        if (!NoDefault)
        {
            DefaultConnection.Current = connection;
        }

        _hasConnected = true;
        WriteObject(connection);
    }

    private CniConnection CreateSandbox() => CniConnections.CreateSandbox(
        AccountId,
        ApiToken is null ? null : Secrets.Reveal(ApiToken),
        StatePath is null ? null : FileSystemPath.ResolveFile(SessionState.Path, nameof(StatePath), StatePath),
        TimeoutSec,
        ConfigurationPath is null ? null : CheckConfiguration(FileSystemPath.ResolveFile(SessionState.Path, nameof(ConfigurationPath), ConfigurationPath)));

    // The sandbox reads the file by itself: what is wrong with it is said here, with its place.
    private static string CheckConfiguration(string path)
    {
        ConfigurationFiles.RequireUsable(ConfigurationFiles.Read(path));
        return path;
    }

    private CniConnection CreateConnection(ConnectionProxy? proxy)
    {
        (ConnectionSettings settings, string? accountId) = ReadSettings();
        Uri baseUri = BaseUri is null ? settings.BaseUri : BaseAddressRules.Check(nameof(BaseUri), BaseUri);
        if (proxy is not null && BaseAddressRules.IsLoopback(baseUri))
        {
            WriteWarning($"-Proxy isn't used: {baseUri.Authority} is this machine, and requests to it never go through a proxy.");
            proxy = null;
        }

        return CniConnections.Create(
            settings with
            {
                BaseUri = baseUri,
                TimeoutSec = TimeoutSec,
                MaximumRetryCount = MaximumRetryCount,
                MaximumRetryAfterSec = MaximumRetryAfterSec,
                RequestLimit = RequestLimit,
                Proxy = proxy,
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

    // Binding failed before it came to -NoDefault: is it on the command line?
    private bool MeansNoDefault() => NoDefault || Parser.ParseInput(MyInvocation.Line ?? "", out _, out _)
        .FindAll(ast => ast is CommandParameterAst { Argument: null, ParameterName.Length: > 0 }, searchNestedScriptBlocks: true)
        .Cast<CommandParameterAst>()
        .Any(ast => ast.Parent.Extent.StartColumnNumber == MyInvocation.OffsetInLine && nameof(NoDefault).StartsWith(ast.ParameterName, StringComparison.OrdinalIgnoreCase));
}
