using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Names a slot: by its ID, or as the object itself.</summary>
/// <remarks>
/// The public constructors are how the engine converts: mocks and proxy functions have the parameters' types, but not their attributes. References
/// compare by ID alone, so that one equals its text.
/// </remarks>
public sealed class SlotReference : ResourceReference
{
    private const string What = "a slot";

    private static readonly (string Model, string Column)[] Copies = [(nameof(CniSlot), nameof(CniSlot.Id))];

    private readonly string _text;

    /// <summary>Names a slot by its ID as text. It is checked when it is used.</summary>
    /// <param name="id">The ID. White space around it is ignored.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public SlotReference(string id) => _text = ReferenceText.Trim(id, What);

    /// <summary>Names a slot by its ID.</summary>
    /// <param name="id">The ID.</param>
    public SlotReference(Guid id) => _text = id.ToString();

    /// <summary>Names a slot by the object itself.</summary>
    /// <param name="slot">The slot.</param>
    public SlotReference(CniSlot slot)
        : this(slot.Id) => Origin = ReferenceOrigin.Of(slot);

    /// <summary>Names a slot by a row with a Slot, SlotId or Id column, or by the copy of a slot.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The row doesn't name a slot.</exception>
    public SlotReference(PSObject row)
        : this(row, Row.Identity(row, ["Slot", "SlotId", "Id"], Copies) ?? throw ReferenceText.NotNamed(What))
    {
    }

    private SlotReference(PSObject row, (string Text, bool IsByColumn) identity)
    {
        _text = identity.Text;
        Origin = ReferenceOrigin.OfRow(row);
        WantedSpeed = identity.IsByColumn ? Row.Text(row, "Speed") : null;
    }

    /// <summary>The ID.</summary>
    /// <exception cref="CniArgumentException">The text is no GUID.</exception>
    internal Guid Id => IdRules.Check("Slot", _text, "slot", "Get-CniSlot -Site, -Speed and -Occupied find slots.");

    /// <summary>The Speed column of the row that named the slot; null for none. A slot's own speed is not a wish.</summary>
    internal string? WantedSpeed { get; }

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns of a row of unknown origin that hold the slot's ID.</param>
    /// <returns>The reference; null when the row doesn't name a slot.</returns>
    internal static SlotReference? FromRow(PSObject row, string[] columns) =>
        Row.Identity(row, columns, Copies) is { } identity ? new SlotReference(row, identity) : null;

    /// <summary>Determines whether another reference has the same ID, however it is written.</summary>
    /// <param name="obj">The other reference.</param>
    /// <returns><c>true</c> if it has; otherwise, <c>false</c>.</returns>
    public override bool Equals(object? obj) => obj is SlotReference other && ReferenceText.Comparable(_text) == ReferenceText.Comparable(other._text);

    /// <summary>Gets a hash code that doesn't depend on how the ID is written.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ReferenceText.Comparable(_text));

    /// <summary>The ID as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text;
}
