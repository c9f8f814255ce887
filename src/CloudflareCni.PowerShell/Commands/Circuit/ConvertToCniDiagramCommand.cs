using System.Collections.Generic;
using System.Management.Automation;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Converts circuits to a diagram: a tree for a terminal, or a Mermaid flowchart for a wiki.</summary>
[Cmdlet(VerbsData.ConvertTo, "CniDiagram")]
[OutputType(typeof(string))]
public sealed class ConvertToCniDiagramCommand : StoppableCommand
{
    private readonly List<CniCircuit> _circuits = [];

    /// <summary>The circuits, as Get-CniCircuit returns them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateSelection]
    public CniCircuit[] Circuit { get; set; } = [];

    /// <summary>How the diagram is written.</summary>
    [Parameter]
    public CniDiagramFormat As { get; set; }

    private protected override void Process() => _circuits.AddRange(Circuit);

    private protected override void End()
    {
        if (_circuits.Count == 0)
        {
            return;
        }

        IReadOnlyList<DiagramNode> diagram = CircuitDiagram.Of(_circuits);
        if (As == CniDiagramFormat.Tree)
        {
            WriteObject(TreeDiagram.Write(diagram));
            return;
        }

        MermaidDiagram mermaid = MermaidDiagram.Write(diagram);
        if (mermaid.IsLarge)
        {
            WriteWarning(
                $"The diagram has {mermaid.Arrows} arrows and {mermaid.Text.Length} characters. Most wikis don't draw a Mermaid diagram with more than "
                + $"{MermaidDiagram.MaxArrows} arrows or {MermaidDiagram.MaxLength} characters. To get smaller diagrams, convert the circuits of one metro at a time.");
        }

        WriteObject(mermaid.Text);
    }
}
