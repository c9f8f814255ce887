namespace CloudflareCni.Circuits;

/// <summary>Specifies the kind of a part of a diagram.</summary>
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

    /// <summary>A static route of the Magic routing table.</summary>
    Route,

    /// <summary>A note, such as that a part couldn't be read.</summary>
    Remark,
}
