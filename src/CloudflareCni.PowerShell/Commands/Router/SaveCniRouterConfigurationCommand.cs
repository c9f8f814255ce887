using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Text;
using CloudflareCni.Files;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Files;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Saves router configurations as text files.</summary>
[Cmdlet(VerbsData.Save, "CniRouterConfiguration", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class SaveCniRouterConfigurationCommand : StoppableCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Specifies the configurations that Get-CniRouterConfiguration returns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateSelection]
    public CniRouterConfiguration[] Configuration { get; set; } = [];

    /// <summary>Specifies the folder. It's created if it doesn't exist.</summary>
    [Parameter(ParameterSetName = PathSet, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Path { get; set; } = ".";

    /// <summary>Specifies the folder exactly as it's typed, without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>Replaces existing files.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        foreach (CniRouterConfiguration configuration in Configuration)
        {
            Attempt(configuration.FileName, () => Save(configuration));
        }
    }

    private void Save(CniRouterConfiguration configuration)
    {
        string file = System.IO.Path.Combine(ResolvePath(), configuration.FileName);
        string subject = $"the {configuration.Platform} configuration of CNI {configuration.ConduitName} ({configuration.Cni})";
        if (!_written.Add(file))
        {
            throw new CniArgumentException(nameof(Configuration), $"This command has already saved '{file}', so it didn't save {subject} again.");
        }

        OutputFile.Check(file, Force, subject);
        if (ConfirmAction($"Save {subject} as {file}"))
        {
            byte[] text = Encoding.ASCII.GetBytes(configuration.Text);
            WholeFile.Write(file, overwrite: Force, stream => stream.Write(text, 0, text.Length));
            WriteFile(file);
        }
    }

    private string ResolvePath() => FileSystemPath.ResolveEither(SessionState.Path, ParameterSetName == LiteralPathSet ? null : Path, LiteralPath);
}
