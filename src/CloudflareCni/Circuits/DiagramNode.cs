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

    /// <summary>Gets the state of a link, in the API's words; empty unless the part is a link.</summary>
    public string State { get; init; } = "";

    /// <summary>Gets the reason for the state, in the API's words; empty if there is none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gets the state with its reason.</summary>
    public string Status => Reason.Length == 0 ? State : $"{State}: {Reason}";
}
