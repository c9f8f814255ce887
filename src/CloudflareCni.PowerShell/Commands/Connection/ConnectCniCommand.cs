using System;
using System.Collections;
using System.Management.Automation;
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
public sealed class ConnectCniCommand : CniConnectCommand
{
    private const string EnvironmentSet = "Environment";
    private const string TokenSet = "ApiToken";
    private const string CredentialSet = "Credential";
    private const string KeySet = "ApiKey";
    private const string TableSet = "Connection";
    private const string SandboxSet = "Sandbox";
    private const string CopySet = "SandboxCopy";

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
    [Parameter(ParameterSetName = SandboxSet), ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Specifies the configuration file that the sandbox starts as a copy of, to rehearse a change.</summary>
    [Parameter(ParameterSetName = CopySet, Mandatory = true), ValidateSelection]
    public string? ConfigurationPath { get; set; }

    /// <summary>Specifies the account ID. By default, a request finds the only account that the credential has access to.</summary>
    [Parameter, TrimTransformation, ValidateSelection]
    public string? AccountId { get; set; }

    /// <summary>Specifies the complete base address of the API. Plain http is allowed only for loopback.</summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = TableSet)]
    [ValidateNotNullOrEmpty]
    public string? BaseUri { get; set; }

    /// <summary>Returns the connection without making it the default connection of the runspace.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // If a parameter can't be bound, the engine runs only this method. -NoDefault may not be bound either.
        if (disposing && !_hasConnected && !NoDefault && !CommandLine.HasSwitch(MyInvocation, nameof(NoDefault)))
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

        CniProxy? proxy = ReadProxy();
        AccountId = AccountId is null ? null : NameRules.CheckAccountId(nameof(AccountId), AccountId);
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

    // The sandbox reads the file as well, but its error doesn't show where the problem is.
    private static string CheckConfiguration(string path)
    {
        ConfigurationFiles.RequireUsable(ConfigurationFiles.Read(path));
        return path;
    }

    private CniConnection CreateConnection(CniProxy? proxy)
    {
        (CniClientOptions options, string? accountId) = ReadOptions();
        Uri baseUri = BaseUri is null ? options.BaseAddress : BaseAddressRules.Check(nameof(BaseUri), BaseUri);
        return CniConnections.Create(Configure(options, baseUri, proxy), AccountId ?? accountId);
    }

    private (CniClientOptions Options, string? AccountId) ReadOptions() => ParameterSetName switch
    {
        TokenSet => ConnectionParameters.FromToken(nameof(ApiToken), ApiToken!),
        CredentialSet => ConnectionParameters.FromCredential(nameof(Credential), Credential!),
        KeySet => ConnectionParameters.FromKey(Email!, nameof(ApiKey), ApiKey!),
        TableSet => ConnectionTable.Read(Connection!),
        _ => ConnectionParameters.FromEnvironment(),
    };
}
