namespace CloudflareCni;

/// <summary>How serious a finding in a configuration is.</summary>
public enum CniConfigurationSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Unusual: the API may refuse it, or the link may not work.</summary>
    Warning,

    /// <summary>Wrong: the configuration can't be used until it's corrected.</summary>
    Error,
}
