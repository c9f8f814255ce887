namespace CloudflareCni.Reports.Tests.Diagrams;

/// <summary>What Mermaid understood of a diagram.</summary>
/// <param name="Error">Why it can't be read, or <see langword="null"/> if it can.</param>
/// <param name="Nodes">The lines of each node, as a reader sees them.</param>
/// <param name="Classes">The classes of each node.</param>
/// <param name="Boxes">The lines of each box's title, as a reader sees them.</param>
/// <param name="Arrows">How many arrows there are.</param>
internal sealed record ParsedDiagram(string? Error, string[][] Nodes, string[] Classes, string[][] Boxes, int Arrows);
