namespace CloudflareCni.Configuration;

/// <summary>What is checked in a configuration. The names are what users see.</summary>
internal enum ConfigurationRule
{
    /// <summary>The text is JSON.</summary>
    Syntax,

    /// <summary>The format is one that this version reads.</summary>
    Format,

    /// <summary>A name is that of a field.</summary>
    UnknownField,

    /// <summary>A field is given once.</summary>
    DuplicateField,

    /// <summary>A value has the field's type.</summary>
    Type,

    /// <summary>A field that identifies the object, or that the object can't be without, is given.</summary>
    Required,

    /// <summary>Null stands where it means that the value is removed.</summary>
    Null,

    /// <summary>A value is one that the field can have.</summary>
    Value,

    /// <summary>An interconnect names its slot.</summary>
    SlotNotPinned,

    /// <summary>A name is that of one interconnect.</summary>
    DuplicateName,

    /// <summary>A slot is that of one interconnect.</summary>
    DuplicateSlot,

    /// <summary>A conduit name is that of one CNI.</summary>
    DuplicateConduit,

    /// <summary>A pairing key is that of one interconnect.</summary>
    DuplicatePairingKey,

    /// <summary>A pairing key isn't kept in a file, and it has the hash that the file names.</summary>
    PairingKey,

    /// <summary>A CNI is on an interconnect of the file.</summary>
    UnknownInterconnect,

    /// <summary>Both ends of a link are in one prefix.</summary>
    AddressPair,

    /// <summary>A link has the length of Cloudflare's documentation.</summary>
    LinkLength,

    /// <summary>No two links share an address, and no list has a prefix twice.</summary>
    PrefixOverlap,

    /// <summary>An MTU suits the kind of the interconnect.</summary>
    Mtu,

    /// <summary>An AS number suits its end of the session.</summary>
    Asn,

    /// <summary>A BGP mode is one that this version knows.</summary>
    BgpMode,

    /// <summary>An MD5 key is one that routers accept.</summary>
    Md5Key,
}
