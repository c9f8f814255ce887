using System;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Identifies a resource by text or by the object itself, and keeps where that object was read.</summary>
public abstract class ResourceReference : ICniAccountResource
{
    private protected ResourceReference()
    {
    }

    /// <inheritdoc/>
    public string? AccountId => Origin?.AccountId;

    /// <inheritdoc/>
    public Uri? BaseUri => Origin?.BaseUri;

    /// <summary>Gets the origin of the object, or <see langword="null"/> if the resource is identified by text only.</summary>
    internal ReferenceOrigin? Origin { get; private protected init; }
}
