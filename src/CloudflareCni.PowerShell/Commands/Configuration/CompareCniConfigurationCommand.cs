using System.Management.Automation;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Configuration;
using CloudflareCni.PowerShell.Files;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Compares a configuration with an account, or with another configuration.</summary>
[Cmdlet(VerbsData.Compare, "CniConfiguration", DefaultParameterSetName = PathSet)]
[OutputType(typeof(CniConfigurationDifference), typeof(bool))]
public sealed class CompareCniConfigurationCommand : CniConfigurationCommand
{
    /// <summary>Specifies the path of the file to compare with, instead of the account.</summary>
    [Parameter(Position = 1)]
    [ValidateSelection]
    public string? ReferencePath { get; set; }

    /// <summary>Returns only true if there are no differences, or false if there are.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    // Two files need no connection.
    private protected override void Begin()
    {
        if (ReferencePath is null)
        {
            base.Begin();
        }
    }

    private protected override void Process()
    {
        ConfigurationDocument expected = ReadConfiguration();
        ConfigurationDocument actual = ReferencePath is null
            ? ReadAccount(expected)
            : ConfigurationFiles.RequireUsable(ConfigurationFiles.Read(FileSystemPath.ResolveFile(SessionState.Path, nameof(ReferencePath), ReferencePath)));
        ConfigurationPlan plan = ConfigurationPlanner.Plan(expected, actual, prunes: true);
        if (Quiet)
        {
            WriteObject(plan.Differences.Count == 0);
        }
        else
        {
            WriteObject(plan.Differences, enumerateCollection: true);
        }
    }
}
