using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Names a CNI: by its ID, or as the object itself.</summary>
/// <remarks>
/// The public constructors are how the engine converts: mocks and proxy functions have the parameters' types, but not their attributes. References
/// compare by ID alone, so that one equals its text.
/// </remarks>
public sealed class CniReference : ResourceReference
{
    private const string What = "a CNI";

    private static readonly (string Model, string Column)[] Copies = [(nameof(CloudflareCni.Cni), nameof(CloudflareCni.Cni.Id))];

    private readonly string _text;

    /// <summary>Names a CNI by its ID as text. It is checked when it is used.</summary>
    /// <param name="id">The ID. White space around it is ignored.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public CniReference(string id)
    {
        _text = ReferenceText.Trim(id, What);
        Description = $"CNI {_text}";
    }

    /// <summary>Names a CNI by its ID.</summary>
    /// <param name="id">The ID.</param>
    public CniReference(Guid id)
        : this(id.ToString())
    {
    }

    /// <summary>Names a CNI by the object itself.</summary>
    /// <param name="cni">The CNI.</param>
    public CniReference(CloudflareCni.Cni cni)
        : this(cni.Id)
    {
        Cni = cni;
        Origin = ReferenceOrigin.Of(cni);
        Description = $"CNI {cni.Magic.ConduitName} ({_text})";
    }

    /// <summary>Names a CNI by a row with an Id column, or by the copy of a CNI.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The row doesn't name a CNI.</exception>
    public CniReference(PSObject row)
        : this(Row.Identity(row, ["Id"], Copies)?.Text ?? throw ReferenceText.NotNamed(What)) => Origin = ReferenceOrigin.OfRow(row);

    /// <summary>The ID.</summary>
    /// <exception cref="CniArgumentException">The text is no GUID.</exception>
    internal Guid Id => IdRules.Check("Id", _text, "CNI", "Get-Cni | Where-Object ConduitName -eq <name> finds one by its conduit's name.");

    /// <summary>The object itself, when it was given; null when only its ID was.</summary>
    internal CloudflareCni.Cni? Cni { get; }

    /// <summary>The CNI in words, with its conduit's name when that is known.</summary>
    internal string Description { get; }

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The reference; null when the row doesn't name a CNI.</returns>
    internal static CniReference? FromRow(PSObject row) => Row.Identity(row, ["Id"], Copies) is null ? null : new CniReference(row);

    /// <summary>Determines whether another reference has the same ID, however it is written.</summary>
    /// <param name="obj">The other reference.</param>
    /// <returns><c>true</c> if it has; otherwise, <c>false</c>.</returns>
    public override bool Equals(object? obj) => obj is CniReference other && ReferenceText.Comparable(_text) == ReferenceText.Comparable(other._text);

    /// <summary>Gets a hash code that doesn't depend on how the ID is written.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ReferenceText.Comparable(_text));

    /// <summary>The ID as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text;
}
