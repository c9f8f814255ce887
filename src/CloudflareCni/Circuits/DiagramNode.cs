using System.Collections.Generic;

namespace CloudflareCni.Circuits;

/// <summary>Represents a part of a diagram and the parts below it. The text is unchanged from the API, so a renderer must escape it.</summary>
/// <param name="Part">The kind of part.</param>
/// <param name="Title">The name of the part.</param>
/// <param name="Details">More information about the part.</param>
/// <param name="Children">The parts below it.</param>
internal sealed record DiagramNode(DiagramPart Part, string Title, IReadOnlyList<string> Details, IReadOnlyList<DiagramNode> Children)
{
    /// <summary>Gets the condition of a link, or <see langword="null"/> if the part isn't a link.</summary>
    public LinkCondition? Condition { get; init; }

    /// <summary>Gets the state of a link, in the API's words; empty if the part isn't a link.</summary>
    public string State { get; init; } = "";

    /// <summary>Gets the reason for the state, in the API's words; empty if there is none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gets the state with its reason.</summary>
    public string Status => Reason.Length == 0 ? State : $"{State}: {Reason}";
}
