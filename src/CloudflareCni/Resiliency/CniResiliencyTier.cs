namespace CloudflareCni;

/// <summary>Specifies how resilient a group of circuits is.</summary>
public enum CniResiliencyTier
{
    /// <summary>Fewer than two circuits, or all on the same device.</summary>
    None,

    /// <summary>Two circuits on two devices.</summary>
    Standard,

    /// <summary>Circuits in two facilities.</summary>
    High,

    /// <summary>Two circuits on two devices in each of two facilities.</summary>
    Maximum,
}
