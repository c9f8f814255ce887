using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>An object of an account: it remembers where it was read, and keeps the fields that this version doesn't know.</summary>
public abstract class CniResource : ICniAccountResource
{
    private protected CniResource(CniOrigin? origin, IReadOnlyDictionary<string, object?>? additionalProperties)
    {
        Origin = origin;
        AdditionalProperties = CniFields.Of(additionalProperties);
    }

    /// <inheritdoc/>
    public string? AccountId => Origin?.AccountId;

    /// <inheritdoc/>
    public Uri? BaseUri => Origin?.BaseUri;

    /// <summary>Gets the fields that the API sent and this version doesn't know.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>Gets where the object was read; <c>null</c> when it was made by hand.</summary>
    internal CniOrigin? Origin { get; }
}
