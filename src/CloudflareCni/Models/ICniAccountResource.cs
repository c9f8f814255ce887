using System;

namespace CloudflareCni;

/// <summary>An object that remembers its origin, so that a later command uses the same account and server.</summary>
public interface ICniAccountResource
{
    /// <summary>Gets the tag of the account that the object was read from, or <see langword="null"/> when the object was made by hand.</summary>
    string? AccountId { get; }

    /// <summary>Gets the base address of the API that the object was read from, or <see langword="null"/> when it isn't known.</summary>
    Uri? BaseUri { get; }
}
