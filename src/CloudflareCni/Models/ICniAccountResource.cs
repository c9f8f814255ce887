namespace CloudflareCni;

/// <summary>An object that remembers the account that it was read from, so that a later command acts in that account.</summary>
public interface ICniAccountResource
{
    /// <summary>The account tag in whose path the object was read; null when the object was made by hand.</summary>
    string? AccountId { get; }
}
