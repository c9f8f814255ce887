namespace CloudflareCni;

/// <summary>How a diagram of circuits is written.</summary>
public enum CniDiagramFormat
{
    /// <summary>A tree of text lines, for a terminal.</summary>
    Tree,

    /// <summary>A Mermaid flowchart, for a wiki.</summary>
    Mermaid,
}
