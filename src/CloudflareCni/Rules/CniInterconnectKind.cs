namespace CloudflareCni;

/// <summary>Specifies the kind of an interconnect, as its fields show it. The text of its type isn't used.</summary>
public enum CniInterconnectKind
{
    /// <summary>Another kind. All fields are available, in the object or its additional properties.</summary>
    Other,

    /// <summary>The customer's own fiber to a slot. The interconnect has a facility and a slot.</summary>
    Physical,

    /// <summary>A Google Cloud VLAN attachment. The interconnect has a region, and its type doesn't name another cloud.</summary>
    GcpPartner,
}
