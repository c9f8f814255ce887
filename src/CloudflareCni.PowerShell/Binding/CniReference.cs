using System;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Names a CNI: by its ID, or as the object itself.</summary>
public sealed class CniReference : ResourceReference
{
    private readonly string _text;

    /// <summary>Names a CNI by its ID as text. It is checked when it is used.</summary>
    /// <param name="id">The ID.</param>
    public CniReference(string id)
    {
        _text = id;
        Description = $"CNI {id}";
    }

    /// <summary>Names a CNI by its ID.</summary>
    /// <param name="id">The ID.</param>
    public CniReference(Guid id)
        : this(id.ToString())
    {
    }

    internal CniReference(string id, ReferenceOrigin? origin, string? conduitName = null)
        : this(id)
    {
        Origin = origin;
        Description = conduitName is null ? $"CNI {id}" : $"CNI {conduitName} ({id})";
    }

    /// <summary>The ID.</summary>
    /// <exception cref="CniArgumentException">The text is no GUID.</exception>
    internal Guid Id => IdRules.Check("Id", _text, "CNI", "Get-Cni | Where-Object ConduitName -eq <name> finds one by its conduit's name.");

    /// <summary>The CNI in words, with its conduit's name when that is known.</summary>
    internal string Description { get; }

    /// <summary>The ID as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text;
}
