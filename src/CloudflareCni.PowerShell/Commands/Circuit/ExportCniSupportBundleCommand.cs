using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using CloudflareCni.Client;
using CloudflareCni.Files;
using CloudflareCni.Guidance;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Connections;
using CloudflareCni.PowerShell.Files;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.Resiliency;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Exports the files for a support case about circuits as a zip file.</summary>
[Cmdlet(VerbsData.Export, "CniSupportBundle", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCniSupportBundleCommand : CniCircuitCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<InterconnectReference> _names = [];
    private readonly List<CniCircuit> _circuits = [];
    private readonly List<(DateTimeOffset EndedAt, CniRequestReport Report)> _requests = [];
    private string _file = "";
    private bool _readsAll;
    private bool _isRead;

    /// <summary>Specifies the path of the zip file.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>Specifies the path of the zip file exactly as it's typed, without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>Specifies the names of the interconnects. Wildcards are allowed. By default, the command reads all circuits.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Name { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _file = OutputFile.Resolve(SessionState.Path, Path, LiteralPath, Force, "the support bundle");
    }

    private protected override void Process()
    {
        _readsAll |= Name is null;
        _names.AddRange(Name ?? []);
        if (PipedAccount is not null)
        {
            // The circuits of a piped account are read before the next account arrives.
            _isRead = true;
            ReadCircuits(null, _circuits.Add);
            Drain();
        }
    }

    private protected override void End()
    {
        // Piped circuits are read again, because a support case needs their current state and the cf-ray of each request.
        InterconnectReference[]? names = _readsAll ? null : [.. _names];
        if (names is { Length: 0 } || !ConfirmAction($"Save a support bundle of {(names is null ? "all circuits" : string.Join(", ", names.AsEnumerable()))} as {_file}"))
        {
            return;
        }

        if (!_isRead)
        {
            ReadCircuits(names, _circuits.Add);
            Drain();
        }

        WholeFile.Write(_file, overwrite: Force, stream => SupportBundle.Write(stream, Content(DateTimeOffset.Now)));
        WriteFile(_file);
    }

    private protected override void OnRequest(CniRequestReport report) => _requests.Add((DateTimeOffset.Now, report));

    private BundleContent Content(DateTimeOffset now) => new(
        now,
        [
            new("Module", ProductVersion.Generator),
            new("PowerShell", ProductVersion.Engine),
            new("Operating system", RuntimeInformation.OSDescription),
            new("Runtime", RuntimeInformation.FrameworkDescription),
            new("Time zone", TimeZoneInfo.Local.DisplayName),
        ],
        _circuits,
        [.. _circuits.SelectMany(circuit => NextStepGuide.For(circuit, new NextStepOptions(now.LocalDateTime)))],
        // A selection of circuits doesn't show how resilient all circuits are.
        !_readsAll ? [] : [.. _circuits.GroupBy(circuit => (circuit.AccountId, circuit.BaseUri)).Select(account => ResiliencyTest.Run([.. account], new ResiliencyOptions(now.LocalDateTime)))],
        [.. _requests.Select(request => new BundleRequest(request.EndedAt, request.Report))],
        [.. _requests.Where(request => request.Report.StatusCode is null or >= 400).Select(request => $"{request.Report.Method} {request.Report.Path}: {request.Report.StatusCode?.ToString() ?? "no response"}")]);
}
