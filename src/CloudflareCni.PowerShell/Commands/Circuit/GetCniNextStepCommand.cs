using System;
using System.Management.Automation;
using CloudflareCni.Guidance;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.Routers;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the next steps for circuits that need attention.</summary>
[Cmdlet(VerbsCommon.Get, "CniNextStep")]
[OutputType(typeof(CniNextStep))]
public sealed class GetCniNextStepCommand : CniCircuitGroupCommand
{
    /// <summary>Specifies the circuits, or their names. Wildcards are allowed. By default, the command reads all circuits.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Circuit { get; set; }

    /// <summary>Specifies when the circuits were ordered or stopped being healthy.</summary>
    [Parameter]
    [ValidateSelection]
    public DateTime? Since { get; set; }

    /// <summary>Specifies the operating system of your router. The steps then contain its commands.</summary>
    [Parameter]
    [RouterPlatformTransformation]
    [ArgumentCompleter(typeof(RouterPlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>Also gets the steps that check whether a healthy circuit carries traffic.</summary>
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
        // The age is the one at the time when the state was read.
        var options = new NextStepOptions(
            circuit.CheckedAt ?? DateTime.Now, Since, Platform is null ? null : RouterPlatform.Get(Platform).Platform, IncludeHealthy);
        WriteObject(NextStepGuide.For(circuit, options), enumerateCollection: true);
    }
}
