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
    private const int MaxTimeoutSec = 24 * 60 * 60;
    private const int MaxRetryCount = 100;

    private bool _hasConnected;

    /// <summary>Specifies the API token.</summary>
    [Parameter(ParameterSetName = TokenSet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = SandboxSet)]
    [Parameter(ParameterSetName = CopySet)]
    [SecureStringTransformation]
    public SecureString? ApiToken { get; set; }

    /// <summary>Specifies a credential with the account ID as the user name and the API token as the password, such as an Azure Automation credential asset.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    [CredentialTransformation]
    public PSCredential? Credential { get; set; }

    /// <summary>Specifies the email address of the user that the API key belongs to.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [SecretTextTransformation]
    public string? Email { get; set; }

    /// <summary>Specifies the global API key.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [SecureStringTransformation]
    public SecureString? ApiKey { get; set; }

    /// <summary>Specifies a hashtable or an object with AccountId, ApiToken (or Email and ApiKey), and BaseUri, such as an Azure Automation connection asset.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true)]
    [ConnectionTableTransformation]
    public IDictionary? Connection { get; set; }

    /// <summary>Connects to a new sandbox in this process, to practice without a contract, a network or costs.</summary>
    [Parameter(ParameterSetName = SandboxSet, Mandatory = true)]
    [Parameter(ParameterSetName = CopySet, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>Specifies the file that keeps the state of the sandbox from one session to the next.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Specifies the configuration file that the sandbox starts as a copy of, to rehearse a change.</summary>
    [Parameter(ParameterSetName = CopySet, Mandatory = true)]
    [ValidateSelection]
    public string? ConfigurationPath { get; set; }

    /// <summary>Specifies the account ID. By default, a request finds the only account that the credential has access to.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    public string? AccountId { get; set; }

    /// <summary>Specifies the complete base address of the API. Plain http is allowed only for loopback.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = TableSet)]
    [ValidateNotNullOrEmpty]
    public string? BaseUri { get; set; }

    /// <summary>Specifies the timeout for one attempt of a request, in seconds.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, MaxTimeoutSec)]
    public int TimeoutSec { get; set; } = CniClientOptions.DefaultTimeoutSec;

    /// <summary>Specifies how many times a request is retried after a transient error; 0 disables retries. A request that creates a resource is never sent twice.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, MaxRetryCount)]
    public int MaximumRetryCount { get; set; } = CniClientOptions.DefaultMaximumRetryCount;

    /// <summary>Specifies the longest wait before a retry that the server can request, in seconds. If the server requests more, the command fails.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, MaxTimeoutSec)]
    public int MaximumRetryAfterSec { get; set; } = CniClientOptions.DefaultMaximumRetryAfterSec;

    /// <summary>Specifies how many requests the credential can send in five minutes, in all sessions of this process; 0 disables the limit.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, int.MaxValue)]
    public int? RequestLimit { get; set; }

    /// <summary>Specifies the address of the proxy, with or without a user name and password. By default, the system proxy is used. Loopback never uses a proxy.</summary>
    [Parameter]
    [ProxyTransformation]
    public Uri? Proxy { get; set; }

    /// <summary>Specifies the credential for the proxy.</summary>
    [Parameter]
    [CredentialTransformation]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Signs in to the proxy with the Windows account of this process.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Returns the connection without making it the default connection of the runspace.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // If a parameter can't be bound, the engine runs only this method.
        if (disposing && !_hasConnected && !MeansNoDefault())
        {
            DefaultConnection.MarkFailed();
        }

        base.Dispose(disposing);
    }

    private protected override void Begin()
    {
        if (!NoDefault)
        {
            DefaultConnection.MarkFailed();
        }

        CniProxy? proxy = CniProxy.Read(Proxy, ProxyCredential?.GetNetworkCredential(), ProxyUseDefaultCredentials);
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
        WithLimits,
        ConfigurationPath is null ? null : CheckConfiguration(FileSystemPath.ResolveFile(SessionState.Path, nameof(ConfigurationPath), ConfigurationPath)));

    // The sandbox reads the file by itself: what is wrong with it is said here, with its place.
    private static string CheckConfiguration(string path)
    {
        ConfigurationFiles.RequireUsable(ConfigurationFiles.Read(path));
        return path;
    }

    private CniConnection CreateConnection(CniProxy? proxy)
    {
        (CniClientOptions options, string? accountId) = ReadOptions();
        Uri baseUri = BaseUri is null ? options.BaseAddress : BaseAddressRules.Check(nameof(BaseUri), BaseUri);
        if (proxy is not null && BaseAddressRules.IsLoopback(baseUri))
        {
            WriteWarning($"-Proxy is ignored. {baseUri.Authority} is on this computer, and requests to this computer never use a proxy.");
            proxy = null;
        }

        return CniConnections.Create(WithLimits(options) with { BaseAddress = baseUri, Proxy = proxy }, AccountId ?? accountId);
    }

    private CniClientOptions WithLimits(CniClientOptions options) => options with
    {
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaximumRetryCount = MaximumRetryCount,
        MaximumRetryAfter = TimeSpan.FromSeconds(MaximumRetryAfterSec),
        RequestLimit = RequestLimit,
    };

    private (CniClientOptions Options, string? AccountId) ReadOptions() => ParameterSetName switch
    {
        TokenSet => (With(CniCredential.FromToken(Reveal(nameof(ApiToken), ApiToken!))), null),
        CredentialSet => (
            With(CniCredential.FromToken(Reveal(nameof(Credential), Credential!.Password))),
            NameRules.CheckAccountId(nameof(Credential), Credential.UserName)),
        KeySet => (With(CniCredential.FromKey(Email!, Reveal(nameof(ApiKey), ApiKey!))), null),
        TableSet => ConnectionTable.Read(Connection!),
        _ => ConnectionEnvironment.Read() ?? throw new CniException(
            CniErrorKind.NotConnected,
            "Connect-Cni needs a credential, and the environment variables don't contain one. Use -ApiToken, -Credential, -Email and -ApiKey, or -Connection, "
            + "or set CLOUDFLARE_API_TOKEN. To practice, use -Sandbox."),
    };

    private static CniClientOptions With(CniCredential credential) => new() { Credential = credential };

    private static string Reveal(string parameterName, SecureString secret) =>
        Secrets.Reveal(secret) is { Length: > 0 } text ? text : throw new CniArgumentException(parameterName, $"-{parameterName} is empty. Use the token or key that Cloudflare displayed when it was created.");

    // Binding can fail before it reaches -NoDefault, so check whether the command line contains it.
    private bool MeansNoDefault() => NoDefault || Parser.ParseInput(MyInvocation.Line ?? "", out _, out _)
        .FindAll(ast => ast is CommandParameterAst { Argument: null, ParameterName.Length: > 0 }, searchNestedScriptBlocks: true)
        .Cast<CommandParameterAst>()
        .Any(ast => ast.Parent.Extent.StartColumnNumber == MyInvocation.OffsetInLine && nameof(NoDefault).StartsWith(ast.ParameterName, StringComparison.OrdinalIgnoreCase));
}
