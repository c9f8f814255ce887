using System;
using System.Management.Automation;
using CloudflareCni.Guidance;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.Routers;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets what to do next about circuits.</summary>
[Cmdlet(VerbsCommon.Get, "CniNextStep")]
[OutputType(typeof(CniNextStep))]
public sealed class GetCniNextStepCommand : CniCircuitGroupCommand
{
    /// <summary>The circuits, or their names. Wildcards are allowed; without it all circuits are read.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Circuit { get; set; }

    /// <summary>When the circuits were ordered, or since when they aren't healthy.</summary>
    [Parameter]
    [ValidateSelection]
    public DateTime? Since { get; set; }

    /// <summary>The operating system of your router, whose commands the steps then have.</summary>
    [Parameter]
    [RouterPlatformTransformation]
    [ArgumentCompleter(typeof(RouterPlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>Gets the steps that prove a healthy circuit, too.</summary>
    [Parameter]
    public SwitchParameter IncludeHealthy { get; set; }

    private protected override InterconnectReference[]? Input => Circuit;

    private protected override void Begin()
    {
        base.Begin();
        Since = PastTime(nameof(Since), Since);
    }

    private protected override void Take(CniCircuit circuit)
    {
        // The time at which the state was read: an age belongs to what was seen.
        var options = new NextStepOptions(
            circuit.CheckedAt ?? DateTime.Now, Since, Platform is null ? null : RouterPlatform.Get(Platform).Platform, IncludeHealthy);
        WriteObject(NextStepGuide.For(circuit, options), enumerateCollection: true);
    }
}
