using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Configuration;
using CloudflareCni.Files;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Configuration;
using CloudflareCni.PowerShell.Files;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Exports settings, interconnects and CNIs of an account as a configuration file.</summary>
[Cmdlet(VerbsData.Export, "CniConfiguration", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportCniConfigurationCommand : CniCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<InterconnectReference> _wanted = [];
    private string? _file;
    private bool _isSaved;

    /// <summary>Specifies the path of the file. Without a path, the command returns the configuration as text.</summary>
    [Parameter(ParameterSetName = PathSet, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>Specifies the path of the file exactly as it's typed, without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>Specifies the names of the interconnects to export, with their CNIs. Wildcards are allowed.</summary>
    [Parameter(ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Interconnect { get; set; }

    /// <summary>Includes the MD5 keys of BGP sessions.</summary>
    [Parameter]
    public SwitchParameter IncludeMd5Key { get; set; }

    /// <summary>Writes an error instead of replacing an existing file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _file = Path is null && LiteralPath is null
            ? null
            : OutputFile.Resolve(SessionState.Path, Path, LiteralPath, !NoClobber, "the configuration", "Leave out -NoClobber to replace it.");
    }

    private protected override void Process()
    {
        _wanted.AddRange(Interconnect ?? []);
        if (PipedAccount is { } account)
        {
            Attempt(account.Id, Export);
        }
    }

    private protected override void End()
    {
        // An empty pipeline isn't the whole account.
        if (PipedAccount is null && (_wanted.Count > 0 || !MyInvocation.ExpectingInput))
        {
            Export();
        }
    }

    private void Export()
    {
        _wanted.ForEach(name => name.CheckPattern());
        if (_isSaved)
        {
            throw new CniArgumentException(nameof(Path), $"This command has already saved '{_file}', so it didn't save another account there. Use a different path for each account.");
        }

        byte[] content = ConfigurationFiles.Write(ReadDocument(), IncludeMd5Key);
        if (_file is null)
        {
            WriteObject(Encoding.UTF8.GetString(content));
        }
        else if (ConfirmAction($"Export the CNI configuration as {_file}"))
        {
            _isSaved = true;
            WholeFile.Write(_file, overwrite: !NoClobber, stream => stream.Write(content, 0, content.Length));
            WriteFile(_file);
        }
    }

    private ConfigurationDocument ReadDocument()
    {
        InterconnectReference? first = _wanted.FirstOrDefault();
        ICniAccountClient client = GetClient(first);
        Task<CniSettings>? reading = first is null ? client.GetSettingsAsync(Stopped) : null;
        List<CniInterconnect> interconnects = List<CniInterconnect>((page, cancellation) => client.ListInterconnectsAsync(new CniInterconnectFilter(), page, cancellation))
            .Where(one => first is null || _wanted.Any(name => name.IsPattern ? name.Matches(one.Name) : name.Name.Equals(one.Name, StringComparison.Ordinal)))
            .ToList();
        foreach (InterconnectReference name in _wanted.Where(name => !name.IsPattern && interconnects.All(one => one.Name != name.Name)))
        {
            // Its error is the API's own.
            Wait(client.GetInterconnectAsync(name.Name, Stopped));
        }

        HashSet<string> names = [.. interconnects.Select(one => one.Name)];
        IEnumerable<CloudflareCni.Cni> cnis = List<CloudflareCni.Cni>((page, cancellation) => client.ListCnisAsync(new CniFilter(), page, cancellation))
            .Where(cni => first is null || names.Contains(cni.Interconnect)).ToList();
        CniSettings? settings = reading is null ? null : Wait(reading);
        string? account = AccountId ?? PipedAccount?.Id ?? first?.AccountId ?? Connections.Latest.AccountId;
        return ConfigurationDocument.Of(account, settings, interconnects, cnis, isPartial: first is not null);
    }
}
