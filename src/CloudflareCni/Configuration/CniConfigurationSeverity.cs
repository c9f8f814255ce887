namespace CloudflareCni;

/// <summary>How serious a finding in a configuration is.</summary>
public enum CniConfigurationSeverity
{
    /// <summary>For information.</summary>
    Information,

    /// <summary>The value is unusual. The API may reject it, or the link may not work.</summary>
    Warning,

    /// <summary>The configuration can't be used until this is corrected.</summary>
    Error,
}
