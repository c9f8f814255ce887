namespace CloudflareCni;

/// <summary>How serious it is when a resiliency rule isn't met.</summary>
public enum CniResiliencySeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Worth a change.</summary>
    Warning,

    /// <summary>The tier isn't reached.</summary>
    Error,
}
