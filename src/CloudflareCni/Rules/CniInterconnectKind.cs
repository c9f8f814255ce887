namespace CloudflareCni;

/// <summary>What an interconnect is, told from its fields and not from the text of its type.</summary>
public enum CniInterconnectKind
{
    /// <summary>Neither of the known shapes. The fields are all there, in the object or its additional properties.</summary>
    Other,

    /// <summary>A fibre of the customer's to a slot: it has a facility and a slot.</summary>
    Physical,

    /// <summary>A VLAN attachment of Google Cloud's: it has a region, and its type doesn't speak of another cloud.</summary>
    GcpPartner,
}
