using System.Collections.Generic;
using System.Management.Automation;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Converts circuits to a diagram: a tree for a terminal, or a Mermaid flowchart for a wiki.</summary>
[Cmdlet(VerbsData.ConvertTo, "CniDiagram")]
[OutputType(typeof(string))]
public sealed class ConvertToCniDiagramCommand : CniCircuitGroupCommand
{
    private readonly List<CniCircuit> _circuits = [];

    /// <summary>Specifies the circuits, or their names. Wildcards are allowed. By default, the command reads all circuits.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Circuit { get; set; }

    /// <summary>Specifies the format of the diagram.</summary>
    [Parameter]
    public CniDiagramFormat As { get; set; }

    private protected override InterconnectReference[]? Input => Circuit;

    private protected override void Take(CniCircuit circuit) => _circuits.Add(circuit);

    private protected override void End()
    {
        base.End();
        if (_circuits.Count > 0)
        {
            IReadOnlyList<DiagramNode> diagram = CircuitDiagram.Of(_circuits);
            WriteObject(As == CniDiagramFormat.Tree ? TreeDiagram.Write(diagram) : Mermaid(diagram));
        }
    }

    private string Mermaid(IReadOnlyList<DiagramNode> diagram)
    {
        MermaidDiagram mermaid = MermaidDiagram.Write(diagram);
        if (mermaid.IsLarge)
        {
            WriteWarning(
                $"The diagram has {mermaid.Arrows} arrows and {mermaid.Text.Length} characters. Most wikis don't draw a Mermaid diagram with more than "
                + $"{MermaidDiagram.MaxArrows} arrows or {MermaidDiagram.MaxLength} characters. To get smaller diagrams, convert the circuits of one metro at a time.");
        }

        return mermaid.Text;
    }
}
