namespace CloudflareCni.Circuits;

/// <summary>What a part of a diagram is.</summary>
internal enum DiagramPart
{
    /// <summary>A metro, or a cloud region.</summary>
    Metro,

    /// <summary>A data center.</summary>
    Facility,

    /// <summary>A Cloudflare router.</summary>
    Device,

    /// <summary>An interconnect.</summary>
    Link,

    /// <summary>A CNI.</summary>
    Cni,

    /// <summary>A route of the Magic table.</summary>
    Route,

    /// <summary>A remark, such as a part that couldn't be read.</summary>
    Remark,
}
