using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CloudflareCni.Circuits;

/// <summary>Writes a diagram as a Mermaid flowchart. Metros and facilities are boxes, and all other parts are nodes.</summary>
internal sealed class MermaidDiagram
{
    /// <summary>The maximum number of arrows in Mermaid's default configuration.</summary>
    public const int MaxArrows = 500;

    /// <summary>The maximum number of characters in Mermaid's default configuration.</summary>
    public const int MaxLength = 50_000;

    private const int MaxRoutes = 10;
    private const string LineBreak = "<br>";

    private static readonly (string Class, string Style)[] Styles =
    [
        (Class(LinkCondition.Healthy), "fill:#dcf5e3,stroke:#1a7f37,color:#0b3d1c"),
        (Class(LinkCondition.Pending), "fill:#e3eefc,stroke:#1f5fb0,color:#0c2d57,stroke-dasharray:4 3"),
        (Class(LinkCondition.Unhealthy), "fill:#fff1d6,stroke:#9a6700,color:#4a3200"),
        (Class(LinkCondition.Down), "fill:#ffe1df,stroke:#b3261e,color:#5c120d,stroke-width:2px"),
        (Class(LinkCondition.Other), "fill:#eceff3,stroke:#57606a,color:#24292f"),
        (Class(LinkCondition.Unknown), "fill:#eceff3,stroke:#57606a,color:#24292f,stroke-dasharray:2 3"),
    ];

    private readonly StringBuilder _boxes = new();
    private readonly StringBuilder _below = new();
    private readonly StringBuilder _arrows = new();
    private int _nodes;

    private MermaidDiagram()
    {
    }

    /// <summary>Gets the number of arrows in the diagram.</summary>
    public int Arrows { get; private set; }

    /// <summary>Gets the text. Each line except the last one ends with a line feed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Gets a value indicating whether the diagram exceeds the limits of Mermaid's default configuration.</summary>
    public bool IsLarge => Arrows > MaxArrows || Text.Length > MaxLength;

    /// <summary>Writes the diagram.</summary>
    /// <param name="roots">The diagram.</param>
    public static MermaidDiagram Write(IReadOnlyList<DiagramNode> roots)
    {
        var diagram = new MermaidDiagram();
        foreach (DiagramNode root in roots)
        {
            diagram.Box(root, "  ");
        }

        string classes = string.Concat(Styles.Select(style => $"  classDef {style.Class} {style.Style}\n"));
        diagram.Text = $"flowchart LR\n{diagram._boxes}{diagram._below}{diagram._arrows}{classes}".TrimEnd('\n');
        return diagram;
    }

    // Devices and links are in the box of their facility. CNIs and routes are outside all boxes.
    private void Box(DiagramNode node, string indent)
    {
        if (node.Part is not (DiagramPart.Metro or DiagramPart.Facility))
        {
            Node(node, _boxes, indent);
            return;
        }

        _boxes.Append(indent).Append("subgraph ").Append(NextId()).Append("[\"").Append(Label([node.Title, .. node.Details])).Append("\"]\n");
        foreach (DiagramNode child in node.Children)
        {
            Box(child, indent + "  ");
        }

        _boxes.Append(indent).Append("end\n");
    }

    private string Node(DiagramNode node, StringBuilder place, string indent)
    {
        string id = NextId();
        (string open, string close) = node.Part switch
        {
            DiagramPart.Link => ("([", "])"),
            DiagramPart.Cni => ("[", "]"),
            DiagramPart.Route => ("[/", "/]"),
            DiagramPart.Remark => ("[", "]"),
            _ => ("[[", "]]"),
        };
        string label = Label(node.Condition is null ? [node.Title, .. node.Details] : [node.Title, .. node.Details, node.Status]);
        place.Append(indent).Append(id).Append(open).Append('"').Append(label).Append('"').Append(close);
        place.Append(node.Condition is { } condition ? $":::{Class(condition)}\n" : "\n");
        Children(id, node, place, indent);
        return id;
    }

    private void Children(string id, DiagramNode node, StringBuilder place, string indent)
    {
        foreach (DiagramNode child in node.Children.Where(child => child.Part != DiagramPart.Route))
        {
            Arrow(id, child.Part == DiagramPart.Link ? Node(child, place, indent) : Node(child, _below, "  "));
        }

        DiagramNode[] routes = [.. node.Children.Where(child => child.Part == DiagramPart.Route)];
        if (routes.Length > 0)
        {
            Arrow(id, Node(Together(routes), _below, "  "));
        }
    }

    // The routes of a CNI share a node, because a node for each route would make the diagram too large for a wiki.
    private static DiagramNode Together(DiagramNode[] routes)
    {
        string[] lines = [.. routes.Take(MaxRoutes).Select(route => string.Join(", ", [route.Title, .. route.Details]))];
        return new DiagramNode(
            DiagramPart.Route, lines[0], [.. lines.Skip(1), .. routes.Length > MaxRoutes ? [$"and {DisplayText.Number(routes.Length - MaxRoutes)} more"] : (string[])[]], []);
    }

    private void Arrow(string from, string to)
    {
        Arrows++;
        _arrows.Append("  ").Append(from).Append(" --> ").Append(to).Append('\n');
    }

    private static string Label(IEnumerable<string> lines)
    {
        string label = string.Join(LineBreak, lines.Where(line => line.Length > 0).Select(MermaidText.Escape));
        return label.Length == 0 ? "#32;" : label;
    }

    private static string Class(LinkCondition condition) => condition switch
    {
        LinkCondition.Healthy => "healthy",
        LinkCondition.Pending => "pending",
        LinkCondition.Unhealthy => "unhealthy",
        LinkCondition.Down => "down",
        LinkCondition.Other => "other",
        _ => "unknown",
    };

    private string NextId() => "n" + DisplayText.Number(++_nodes);
}
