namespace CloudflareCni.Circuits;

/// <summary>What a link's state means, for whatever marks it.</summary>
internal enum LinkCondition
{
    /// <summary>The link carries traffic.</summary>
    Healthy,

    /// <summary>The link isn't turned up yet.</summary>
    Pending,

    /// <summary>The link is up, but not as it should be.</summary>
    Unhealthy,

    /// <summary>The link is down.</summary>
    Down,

    /// <summary>The API said a word that this version doesn't know.</summary>
    Other,

    /// <summary>The state couldn't be read.</summary>
    Unknown,
}
