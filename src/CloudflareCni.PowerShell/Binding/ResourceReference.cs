using System;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Names a resource, by a text or as the object itself, and remembers where that object was read.</summary>
public abstract class ResourceReference : ICniAccountResource
{
    private protected ResourceReference()
    {
    }

    /// <inheritdoc/>
    public string? AccountId => Origin?.AccountId;

    /// <inheritdoc/>
    public Uri? BaseUri => Origin?.BaseUri;

    /// <summary>Gets where the object was read; <see langword="null"/> if only a text was given.</summary>
    internal ReferenceOrigin? Origin { get; private protected init; }
}
