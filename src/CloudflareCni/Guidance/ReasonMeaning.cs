namespace CloudflareCni.Guidance;

/// <summary>Specifies the meaning of the reason for a state.</summary>
internal enum ReasonMeaning
{
    /// <summary>There is no reason.</summary>
    None,

    /// <summary>Cloudflare doesn't receive light.</summary>
    NoLight,

    /// <summary>Cloudflare receives too little light.</summary>
    LowLight,

    /// <summary>The link has errors or is flapping.</summary>
    Errors,

    /// <summary>This version doesn't know the reason.</summary>
    Unknown,
}
