using System.Management.Automation;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Configuration;
using CloudflareCni.PowerShell.Files;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Checks a configuration without a connection or a request.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CniConfiguration", DefaultParameterSetName = PathSet)]
[OutputType(typeof(CniConfigurationFinding), typeof(bool))]
public sealed class TestCniConfigurationCommand : StoppableCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string InputSet = "InputObject";

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

    /// <summary>Returns only true if the configuration doesn't have errors, or false if it does.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process()
    {
        ConfigurationDocument document = ParameterSetName switch
        {
            PathSet => ConfigurationFiles.Read(FileSystemPath.ResolveFile(SessionState.Path, PathSet, Path)),
            LiteralPathSet => ConfigurationFiles.Read(FileSystemPath.ResolveLiteral(SessionState.Path, LiteralPathSet, LiteralPath)),
            _ => ConfigurationInput.Read(InputSet, InputObject!),
        };
        if (Quiet)
        {
            WriteObject(!document.HasErrors);
        }
        else
        {
            WriteObject(document.Findings, enumerateCollection: true);
            WriteObject(ConfigurationResiliency.Test(document), enumerateCollection: true);
        }
    }
}
