namespace CloudflareCni.Reports.Tests.Diagrams;

/// <summary>Represents the diagrams that a browser drew.</summary>
/// <param name="Complaints">Errors, dialogs and requests.</param>
/// <param name="Drawn">The diagrams.</param>
internal sealed record DrawnDiagrams(string[] Complaints, DrawnDiagram[] Drawn);

/// <summary>Represents a diagram as a reader sees it.</summary>
/// <param name="Labels">The lines of all labels.</param>
/// <param name="Foreign">Elements in labels that aren't lines of text.</param>
internal sealed record DrawnDiagram(string[] Labels, string[] Foreign);
