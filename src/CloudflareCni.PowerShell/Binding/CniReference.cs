using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Identifies a CNI by its ID or by the object itself.</summary>
/// <remarks>
/// The engine converts arguments with the public constructors, because mocks and proxy functions have the parameters' types but not their attributes.
/// References are compared by ID only, so a reference equals the text of its ID.
/// </remarks>
public sealed class CniReference : ResourceReference
{
    private const string What = "a CNI";

    private static readonly (string Model, string Column)[] Copies = [(nameof(CloudflareCni.Cni), nameof(CloudflareCni.Cni.Id))];

    private readonly string _text;

    /// <summary>Initializes a new instance of the <see cref="CniReference"/> class with an ID as text. The ID is checked when it's used.</summary>
    /// <param name="id">The ID. Leading and trailing white space is ignored.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public CniReference(string id)
    {
        _text = ReferenceText.Trim(id, What);
        Description = $"CNI {_text}";
    }

    /// <summary>Initializes a new instance of the <see cref="CniReference"/> class with an ID.</summary>
    /// <param name="id">The ID.</param>
    public CniReference(Guid id)
        : this(id.ToString())
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniReference"/> class with the CNI itself.</summary>
    /// <param name="cni">The CNI.</param>
    public CniReference(CloudflareCni.Cni cni)
        : this(cni.Id)
    {
        Cni = cni;
        Origin = ReferenceOrigin.Of(cni);
        Description = $"CNI {cni.Magic.ConduitName} ({_text})";
    }

    /// <summary>Initializes a new instance of the <see cref="CniReference"/> class with a row that has an Id column, or with a copy of a CNI.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The row doesn't identify a CNI.</exception>
    public CniReference(PSObject row)
        : this(PipelineRow.Identity(row, ["Id"], Copies)?.Text ?? throw ReferenceText.NotNamed(What)) => Origin = ReferenceOrigin.OfRow(row);

    /// <summary>Gets the ID.</summary>
    /// <exception cref="CniArgumentException">The text isn't a GUID.</exception>
    internal Guid Id => IdRules.Check("Id", _text, "CNI", "To find a CNI by its conduit name, use Get-Cni | Where-Object ConduitName -eq <name>.");

    /// <summary>Gets the CNI itself, or <see langword="null"/> if only its ID was specified.</summary>
    internal CloudflareCni.Cni? Cni { get; }

    /// <summary>Gets a description of the CNI, with its conduit name if that is known.</summary>
    internal string Description { get; }

    /// <summary>Creates a reference from a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The reference, or <see langword="null"/> if the row doesn't identify a CNI.</returns>
    internal static CniReference? FromRow(PSObject row) => PipelineRow.Identity(row, ["Id"], Copies) is null ? null : new CniReference(row);

    /// <summary>Determines whether another reference has the same ID, in any notation.</summary>
    /// <param name="obj">The other reference.</param>
    /// <returns><see langword="true"/> if the IDs are equal; otherwise, <see langword="false"/>.</returns>
    public override bool Equals(object? obj) => obj is CniReference other && ReferenceText.Comparable(_text) == ReferenceText.Comparable(other._text);

    /// <summary>Gets a hash code that is the same for every notation of the ID.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ReferenceText.Comparable(_text));

    /// <summary>Returns the ID as it was specified.</summary>
    /// <returns>The ID.</returns>
    public override string ToString() => _text;
}
