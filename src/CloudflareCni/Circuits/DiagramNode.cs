using System.Collections.Generic;

namespace CloudflareCni.Circuits;

/// <summary>A part of a diagram with what lies below it. Its texts are as the API sent them, and a renderer escapes them.</summary>
/// <param name="Part">What the part is.</param>
/// <param name="Title">Its name.</param>
/// <param name="Details">What else is to be said of it.</param>
/// <param name="Children">The parts below it.</param>
internal sealed record DiagramNode(DiagramPart Part, string Title, IReadOnlyList<string> Details, IReadOnlyList<DiagramNode> Children)
{
    /// <summary>Gets what the state of a link means; <c>null</c> unless the part is a link.</summary>
    public LinkCondition? Condition { get; init; }

    /// <summary>Gets the state of a link and its reason, in the API's words; empty unless the part is a link.</summary>
    public string State { get; init; } = "";
}
