namespace CloudflareCni.Reports.Tests.Diagrams;

/// <summary>What a reader sees of diagrams that a browser drew.</summary>
/// <param name="Complaints">Errors, dialogs and requests.</param>
/// <param name="Drawn">The diagrams.</param>
internal sealed record DrawnDiagrams(string[] Complaints, DrawnDiagram[] Drawn);

/// <summary>What a reader sees of one diagram.</summary>
/// <param name="Labels">The lines of all labels.</param>
/// <param name="Foreign">Elements in labels that aren't lines of text.</param>
internal sealed record DrawnDiagram(string[] Labels, string[] Foreign);
