namespace CloudflareCni;

/// <summary>Specifies the severity of a resiliency rule that isn't met.</summary>
public enum CniResiliencySeverity
{
    /// <summary>No change is necessary.</summary>
    Information,

    /// <summary>A change is recommended.</summary>
    Warning,

    /// <summary>The tier isn't reached.</summary>
    Error,
}
