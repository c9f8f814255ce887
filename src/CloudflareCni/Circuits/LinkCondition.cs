namespace CloudflareCni.Circuits;

/// <summary>Specifies the condition of a link, which determines its color and symbol.</summary>
internal enum LinkCondition
{
    /// <summary>The link carries traffic.</summary>
    Healthy,

    /// <summary>The link isn't turned up yet.</summary>
    Pending,

    /// <summary>The link has a problem.</summary>
    Unhealthy,

    /// <summary>The link is down.</summary>
    Down,

    /// <summary>This version doesn't know the state.</summary>
    Other,

    /// <summary>The state couldn't be read.</summary>
    Unknown,
}
