namespace CloudflareCni.Guidance;

/// <summary>What the reason for a state is about.</summary>
internal enum ReasonMeaning
{
    /// <summary>There is no reason.</summary>
    None,

    /// <summary>No light comes in.</summary>
    NoLight,

    /// <summary>Too little light comes in.</summary>
    LowLight,

    /// <summary>The link has errors, or comes and goes.</summary>
    Errors,

    /// <summary>Words that this version doesn't know.</summary>
    Unknown,
}
