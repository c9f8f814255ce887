using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Configuration;
using CloudflareCni.PowerShell.Files;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that compare a configuration with an account.</summary>
public abstract class CniConfigurationCommand : CniCreateCommand
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";
    private protected const string InputSet = "InputObject";

    /// <summary>Specifies the path of the configuration file.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Path { get; set; } = "";

    /// <summary>Specifies the path of the configuration file exactly as it's typed, without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>Specifies the configuration as an object: a hashtable, the output of ConvertFrom-Json or ConvertFrom-Yaml, or JSON text.</summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, ValueFromPipeline = true)]
    [ConfigurationTransformation]
    public PSObject? InputObject { get; set; }

    /// <summary>Reads the configuration that the parameters specify.</summary>
    /// <returns>A document without errors.</returns>
    /// <exception cref="CniException">The configuration can't be used.</exception>
    private protected ConfigurationDocument ReadConfiguration() => ConfigurationFiles.RequireUsable(ParameterSetName switch
    {
        PathSet => ConfigurationFiles.Read(FileSystemPath.ResolveFile(SessionState.Path, PathSet, Path)),
        LiteralPathSet => ConfigurationFiles.Read(FileSystemPath.ResolveLiteral(SessionState.Path, LiteralPathSet, LiteralPath)),
        _ => ConfigurationInput.Read(InputSet, InputObject!),
    });

    /// <summary>Reads the parts of an account that a configuration has. The lists are read at the same time.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <returns>The account as a document.</returns>
    /// <exception cref="CniException">The configuration is for another account.</exception>
    private protected ConfigurationDocument ReadAccount(ConfigurationDocument configuration)
    {
        ICniAccountClient client = GetClient();
        string account = AccountId ?? PipedAccount?.Id ?? Connections.Latest.AccountId!;
        if (configuration.Account is { } own && own != account)
        {
            throw new CniException(
                CniErrorKind.ConfigurationRefused,
                $"The configuration is for account {own}, but this command uses account {account}. Use -AccountId {own}, or remove the account field from the configuration to use it for any account.");
        }

        Task<CniSettings>? settings = configuration.Settings is null ? null : client.GetSettingsAsync(Stopped);
        Task<IReadOnlyList<CniInterconnect>> interconnects =
            new Pager<CniInterconnect>((page, cancellation) => client.ListInterconnectsAsync(new CniInterconnectFilter(), page, cancellation)).ReadAllAsync(Stopped);
        Task<IReadOnlyList<Cni>> cnis = new Pager<Cni>((page, cancellation) => client.ListCnisAsync(new CniFilter(), page, cancellation)).ReadAllAsync(Stopped);
        return ConfigurationDocument.Of(account, settings is null ? null : Wait(settings), Wait(interconnects), Wait(cnis));
    }
}
