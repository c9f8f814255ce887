using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
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

/// <summary>Exports a report of circuits as an HTML page.</summary>
[Cmdlet(VerbsData.Export, "CniReport", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCniReportCommand : CniCircuitGroupCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string DefaultTitle = "Cloudflare Network Interconnect";

    private readonly List<CniCircuit> _circuits = [];
    private string _file = "";

    /// <summary>Specifies the path of the HTML file.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>Specifies the path of the HTML file exactly as it's typed, without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>Specifies the circuits, or their names. Wildcards are allowed. By default, the command reads all circuits.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Circuit { get; set; }

    /// <summary>Specifies the title of the page.</summary>
    [Parameter]
    [TrimTransformation]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = DefaultTitle;

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override InterconnectReference[]? Input => Circuit;

    private protected override void Begin()
    {
        base.Begin();
        _file = OutputFile.Resolve(SessionState.Path, Path, LiteralPath, Force, "the report");
    }

    private protected override void Take(CniCircuit circuit) => _circuits.Add(circuit);

    private protected override void End()
    {
        base.End();
        bool isNothingPiped = _circuits.Count == 0 && MyInvocation.ExpectingInput;
        if (IsIncomplete || isNothingPiped || !ConfirmAction($"Save a report of {_circuits.Count} circuit{(_circuits.Count == 1 ? "" : "s")} as {_file}"))
        {
            return;
        }

        DateTimeOffset now = DateTimeOffset.Now;
        var content = new ReportContent(
            Title,
            now,
            ProductVersion.Generator,
            _circuits,
            [.. _circuits.SelectMany(circuit => NextStepGuide.For(circuit, new NextStepOptions(now.LocalDateTime)))],
            [.. _circuits.GroupBy(circuit => (circuit.AccountId, circuit.BaseUri)).Select(account => ResiliencyTest.Run([.. account], new ResiliencyOptions(now.LocalDateTime)))]);
        WholeFile.Write(_file, overwrite: Force, stream => ReportPage.Write(stream, content));
        WriteFile(_file);
    }
}
