namespace CloudflareCni;

/// <summary>Specifies the format of a diagram of circuits.</summary>
public enum CniDiagramFormat
{
    /// <summary>A tree of text lines, for a terminal.</summary>
    Tree,

    /// <summary>A Mermaid flowchart, for a wiki.</summary>
    Mermaid,
}
