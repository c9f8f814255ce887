using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Views;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets circuits: interconnects with their state, CNIs, Magic side and routes.</summary>
[Cmdlet(VerbsCommon.Get, "CniCircuit")]
[OutputType(typeof(CniCircuit))]
public sealed class GetCniCircuitCommand : CniCircuitCommand
{
    /// <summary>Specifies the names of the interconnects. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Name { get; set; }

    /// <summary>Gets only circuits at this Cloudflare site.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? Site { get; set; }

    /// <summary>Gets only circuits in these states.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(StateCompleter))]
    public string[]? State { get; set; }

    private protected override void Process() =>
        ReadCircuits(Name, Write, interconnect => Site is null || Site.Equals(interconnect.Site, StringComparison.OrdinalIgnoreCase));

    private void Write(CniCircuit circuit)
    {
        if (State is null || State.Contains(circuit.State, StringComparer.OrdinalIgnoreCase))
        {
            WriteObject(ModelMembers.With(circuit));
        }
    }
}
