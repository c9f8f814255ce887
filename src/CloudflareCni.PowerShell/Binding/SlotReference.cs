using System;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Identifies a slot by its ID or by the object itself.</summary>
/// <remarks>
/// The engine converts arguments with the public constructors, because mocks and proxy functions have the parameters' types but not their attributes.
/// References are compared by ID only, so a reference equals the text of its ID.
/// </remarks>
public sealed class SlotReference : ResourceReference
{
    private const string What = "a slot";
    private const int MaxSiteLength = 6;

    private static readonly (string Model, string Column)[] Copies = [(nameof(CniSlot), nameof(CniSlot.Id))];

    private readonly string _text;

    /// <summary>Initializes a new instance of the <see cref="SlotReference"/> class with an ID as text. The ID is checked when it's used.</summary>
    /// <param name="id">The ID. Leading and trailing white space is ignored.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public SlotReference(string id) => _text = ReferenceText.Trim(id, What);

    /// <summary>Initializes a new instance of the <see cref="SlotReference"/> class with an ID.</summary>
    /// <param name="id">The ID.</param>
    public SlotReference(Guid id) => _text = id.ToString();

    /// <summary>Initializes a new instance of the <see cref="SlotReference"/> class with the slot itself.</summary>
    /// <param name="slot">The slot.</param>
    public SlotReference(CniSlot slot)
        : this(slot.Id) => Origin = ReferenceOrigin.Of(slot);

    /// <summary>Initializes a new instance of the <see cref="SlotReference"/> class with a row that has a Slot, SlotId or Id column, or with a copy of a slot.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The row doesn't identify a slot.</exception>
    public SlotReference(PSObject row)
        : this(row, PipelineRow.Identity(row, ["Slot", "SlotId", "Id"], Copies) ?? throw ReferenceText.NotNamed(What))
    {
    }

    private SlotReference(PSObject row, (string Text, bool IsByColumn) identity)
    {
        _text = identity.Text;
        Origin = ReferenceOrigin.OfRow(row);
        RequestedSpeed = identity.IsByColumn ? PipelineRow.Text(row, "Speed") : null;
    }

    /// <summary>Gets the ID.</summary>
    /// <exception cref="CniArgumentException">The text isn't a GUID.</exception>
    internal Guid Id => IdRules.Check("Slot", _text, "slot", $"To find slots at a site, use Get-CniSlot -Site {SiteExample}.");

    // A short word given as an ID is most likely a site.
    private string SiteExample => _text.Length <= MaxSiteLength && _text.All(char.IsLetterOrDigit) ? _text : "<site>";

    /// <summary>Gets the Speed column of the row that identifies the slot, or <see langword="null"/> if there isn't one. The speed of a slot itself isn't used.</summary>
    internal string? RequestedSpeed { get; }

    /// <summary>Creates a reference from a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns that contain the slot ID in a row of unknown origin.</param>
    /// <returns>The reference, or <see langword="null"/> if the row doesn't identify a slot.</returns>
    internal static SlotReference? FromRow(PSObject row, string[] columns) =>
        PipelineRow.Identity(row, columns, Copies) is { } identity ? new SlotReference(row, identity) : null;

    /// <summary>Determines whether another reference has the same ID, in any notation.</summary>
    /// <param name="obj">The other reference.</param>
    /// <returns><see langword="true"/> if the IDs are equal; otherwise, <see langword="false"/>.</returns>
    public override bool Equals(object? obj) => obj is SlotReference other && ReferenceText.Comparable(_text) == ReferenceText.Comparable(other._text);

    /// <summary>Gets a hash code that is the same for every notation of the ID.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ReferenceText.Comparable(_text));

    /// <summary>Returns the ID as it was specified.</summary>
    /// <returns>The ID.</returns>
    public override string ToString() => _text;
}
