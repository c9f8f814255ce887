using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using CloudflareCni.Files;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Files;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Saves the Letters of Authorization of interconnects, which the data center needs to install the cables, as PDF files.</summary>
[Cmdlet(VerbsData.Save, "CniLoa", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class SaveCniLoaCommand : CniLoaCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
    private LoaManifestFile? _manifest;

    /// <summary>Specifies the names of the interconnects. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[] Name { get; set; } = [];

    /// <summary>Specifies the file, if the path ends in .pdf, or the folder. The folder is created if it doesn't exist.</summary>
    [Parameter(ParameterSetName = PathSet, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Path { get; set; } = ".";

    /// <summary>Specifies the file or the folder exactly as it's typed, without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>Specifies the name to print instead of the account's name, with at most 200 characters.</summary>
    [Parameter]
    [TrimTransformation]
    public string? CustomerName { get; set; }

    /// <summary>Specifies a CSV file that lists the saved letters, a row for each: interconnect, facility, address, slot, file, SHA-256 and time.</summary>
    [Parameter]
    [ValidateSelection]
    [SupportsWildcards]
    public string? ManifestPath { get; set; }

    /// <summary>Replaces existing files.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        if (CustomerName is not null)
        {
            CustomerName = LoaNameRules.Check(nameof(CustomerName), CustomerName);
        }

        if (ManifestPath is not null)
        {
            _manifest = new LoaManifestFile(FileSystemPath.ResolveFile(SessionState.Path, nameof(ManifestPath), ManifestPath));
            _manifest.Check();
        }
    }

    private protected override void Process()
    {
        foreach (InterconnectReference name in Resolve(Name))
        {
            Act(name, () => Save(name));
        }
    }

    private void Save(InterconnectReference interconnect)
    {
        string file = LoaDestination.File(ResolvePath(), interconnect.Name);
        if (!_written.Add(file))
        {
            throw new CniArgumentException(
                nameof(Path), $"This command has already saved an LOA as '{file}', so the LOA of interconnect {interconnect} wasn't saved. To save several LOAs, use a folder as -Path.");
        }

        OutputFile.Check(file, Force, $"the LOA of interconnect {interconnect}");
        string question = $"Save the LOA of interconnect {interconnect} as {file}" + (CustomerName is null ? "" : $", with CustomerName: {CustomerName}")
            + (_manifest is null ? "" : $", and add it to the manifest {_manifest.Path}");
        if (ConfirmAction(question))
        {
            // The interconnect is read first, so that no letter is saved without a row in the manifest.
            CniInterconnect? listed = _manifest is null ? null : Read(interconnect);
            WholeFile.Write(file, overwrite: Force, stream => Download(interconnect, stream));

            if (listed is not null)
            {
                _manifest!.Add(listed, file, Connections.Latest.Clock.Now, Stopped);
            }

            WriteFile(file);
        }
    }

    private void Download(InterconnectReference interconnect, Stream stream) => RequestLoa(interconnect, () =>
        Wait(GetClient(interconnect).DownloadLoaAsync(interconnect.Name, CustomerName, stream, Stopped)));

    private string ResolvePath() => FileSystemPath.ResolveEither(SessionState.Path, ParameterSetName == LiteralPathSet ? null : Path, LiteralPath);
}
