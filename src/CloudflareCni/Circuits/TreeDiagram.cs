using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CloudflareCni.Circuits;

/// <summary>Writes a diagram as a tree for a terminal. Control characters in names are escaped.</summary>
internal static class TreeDiagram
{
    private static readonly Dictionary<LinkCondition, string> Marks = new()
    {
        // The fonts of Windows consoles contain all of these symbols.
        [LinkCondition.Healthy] = "\u25CF",
        [LinkCondition.Pending] = "\u25CB",
        [LinkCondition.Unhealthy] = "\u25B2",
        [LinkCondition.Down] = "\u25A0",
        [LinkCondition.Other] = "\u25CA",
        [LinkCondition.Unknown] = "?",
    };

    /// <summary>Writes the tree.</summary>
    /// <param name="roots">The diagram.</param>
    /// <returns>The lines. Each line except the last one ends with a line feed.</returns>
    public static string Write(IReadOnlyList<DiagramNode> roots)
    {
        var text = new StringBuilder();
        foreach (DiagramNode root in roots)
        {
            Line(text, "", root);
            Children(text, "", root);
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Children(StringBuilder text, string indent, DiagramNode parent)
    {
        for (int i = 0; i < parent.Children.Count; i++)
        {
            bool isLast = i == parent.Children.Count - 1;
            Line(text, indent + (isLast ? "\u2514\u2500 " : "\u251C\u2500 "), parent.Children[i]);
            Children(text, indent + (isLast ? "   " : "\u2502  "), parent.Children[i]);
        }
    }

    private static void Line(StringBuilder text, string indent, DiagramNode node)
    {
        text.Append(indent).Append(DisplayText.Escape(node.Part == DiagramPart.Remark ? $"({node.Title})" : node.Title));
        if (node.Details.Count > 0)
        {
            text.Append("  ").Append(string.Join(", ", node.Details.Select(DisplayText.Escape)));
        }

        if (node.Condition is { } condition)
        {
            text.Append("  ").Append(Marks[condition]).Append(' ').Append(DisplayText.Escape(node.Status));
        }

        text.Append('\n');
    }
}
