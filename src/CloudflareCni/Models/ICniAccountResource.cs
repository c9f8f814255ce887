using System;

namespace CloudflareCni;

/// <summary>An object that remembers where it was read, so that a later command acts in the same account of the same server.</summary>
public interface ICniAccountResource
{
    /// <summary>Gets the account tag in whose path the object was read; <c>null</c> when the object was made by hand.</summary>
    string? AccountId { get; }

    /// <summary>Gets the base address of the API that the object was read from; <c>null</c> when it isn't known.</summary>
    Uri? BaseUri { get; }
}
