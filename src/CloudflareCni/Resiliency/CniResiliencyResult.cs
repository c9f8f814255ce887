namespace CloudflareCni;

/// <summary>What a resiliency rule found.</summary>
public enum CniResiliencyResult
{
    /// <summary>The rule is met.</summary>
    Pass,

    /// <summary>The rule isn't met.</summary>
    Fail,

    /// <summary>What the rule needs to know isn't in the API.</summary>
    Unknown,

    /// <summary>Only a person can check the rule.</summary>
    Manual,
}
