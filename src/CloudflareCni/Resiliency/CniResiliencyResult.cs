namespace CloudflareCni;

/// <summary>Specifies the result of a resiliency rule.</summary>
public enum CniResiliencyResult
{
    /// <summary>The rule is met.</summary>
    Pass,

    /// <summary>The rule isn't met.</summary>
    Fail,

    /// <summary>The API doesn't show what the rule needs to know.</summary>
    Unknown,

    /// <summary>Only a person can check the rule.</summary>
    Manual,
}
