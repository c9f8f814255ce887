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

/// <summary>Saves the Letter of Authorization of interconnects, which the data centre needs to pull the cable, as PDF files.</summary>
[Cmdlet(VerbsData.Save, "CniLoa", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class SaveCniLoaCommand : CniLoaCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The interconnects, by name. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[] Name { get; set; } = [];

    /// <summary>Where to: a path that ends in .pdf is the file, any other the folder, which is made when it is missing.</summary>
    [Parameter(ParameterSetName = PathSet, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Path { get; set; } = ".";

    /// <summary>Where to, taken as it is typed: no character is a wildcard.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>The name to print in place of the account's, at most 200 characters.</summary>
    [Parameter]
    [TrimTransformation]
    public string? CustomerName { get; set; }

    /// <summary>Overwrites a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        if (CustomerName is not null)
        {
            CustomerName = LoaNameRules.Check(nameof(CustomerName), CustomerName);
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
                nameof(Path), $"'{file}' already holds another interconnect's LOA. Give a folder as -Path to save several: interconnect {interconnect} was not asked for.");
        }

        if (File.Exists(file) && !Force)
        {
            throw new CniException(CniErrorKind.FileFailed, $"'{file}' is there already. Add -Force to overwrite it: interconnect {interconnect} was not asked for.");
        }

        if (IsWanted($"Save the LOA of interconnect {interconnect} as {file}" + (CustomerName is null ? "" : $", for CustomerName: {CustomerName}")))
        {
            WholeFile.Write(file, overwrite: Force, stream => Download(interconnect, stream));

            // Read through the provider, so that it shows as any other file does.
            WriteObject(InvokeProvider.Item.Get([file], force: true, literalPath: true), enumerateCollection: true);
        }
    }

    private void Download(InterconnectReference interconnect, Stream stream) => AskForLoa(interconnect, () =>
        Wait(GetClient(interconnect).DownloadLoaAsync(interconnect.Name, CustomerName, stream, Stopped)));

    private string ResolvePath() => ParameterSetName == LiteralPathSet
        ? FileSystemPath.ResolveLiteral(SessionState.Path, LiteralPathSet, LiteralPath)
        : FileSystemPath.Resolve(SessionState.Path, PathSet, Path, "To use a name that contains brackets, use -LiteralPath.");
}
