namespace CloudflareCni.Reports.Tests.Diagrams;

/// <summary>Represents a diagram as Mermaid parsed it.</summary>
/// <param name="Error">The error, or <see langword="null"/> if the diagram is valid.</param>
/// <param name="Nodes">The lines of each node, as a reader sees them.</param>
/// <param name="Classes">The classes of each node.</param>
/// <param name="Boxes">The lines of each box's title, as a reader sees them.</param>
/// <param name="Arrows">The number of arrows.</param>
internal sealed record ParsedDiagram(string? Error, string[][] Nodes, string[] Classes, string[][] Boxes, int Arrows);
