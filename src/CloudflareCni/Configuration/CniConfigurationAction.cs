namespace CloudflareCni;

/// <summary>What Import-CniConfiguration does about a difference.</summary>
public enum CniConfigurationAction
{
    /// <summary>Nothing, because the API can't change it, or because it needs a decision. <see cref="CniConfigurationDifference.Reason"/> says which.</summary>
    None,

    /// <summary>The field is changed.</summary>
    Change,

    /// <summary>The interconnect is ordered, if -AllowOrder is used.</summary>
    Order,

    /// <summary>The CNI is created.</summary>
    Create,

    /// <summary>The object is removed, if -Prune is used.</summary>
    Remove,
}
