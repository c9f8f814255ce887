using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>An object of an account: it remembers where it was read.</summary>
public abstract class CniResource : CniModel, ICniAccountResource
{
    private protected CniResource(CniOrigin? origin = null, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties) => Origin = origin;

    /// <inheritdoc/>
    public string? AccountId => Origin?.AccountId;

    /// <inheritdoc/>
    public Uri? BaseUri => Origin?.BaseUri;

    /// <summary>Gets where the object was read; <c>null</c> when it was made by hand.</summary>
    internal CniOrigin? Origin { get; set; }
}
