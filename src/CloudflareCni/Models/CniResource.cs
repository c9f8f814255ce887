using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The base class of an account's objects. Each remembers its origin.</summary>
public abstract class CniResource : CniModel, ICniAccountResource
{
    private protected CniResource(CniOrigin? origin = null, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties) => Origin = origin;

    /// <inheritdoc/>
    public string? AccountId => Origin?.AccountId;

    /// <inheritdoc/>
    public Uri? BaseUri => Origin?.BaseUri;

    /// <summary>Gets the origin of the object, or <see langword="null"/> if it wasn't read from the API.</summary>
    internal CniOrigin? Origin { get; set; }
}
