using System;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Names a slot: by its ID, or as the object itself.</summary>
public sealed class SlotReference : ResourceReference
{
    private readonly string _text;

    /// <summary>Names a slot by its ID as text. It is checked when it is used.</summary>
    /// <param name="id">The ID.</param>
    public SlotReference(string id) => _text = id;

    /// <summary>Names a slot by its ID.</summary>
    /// <param name="id">The ID.</param>
    public SlotReference(Guid id)
        : this(id.ToString())
    {
    }

    internal SlotReference(string id, ReferenceOrigin? origin, string? wantedSpeed = null)
        : this(id)
    {
        Origin = origin;
        WantedSpeed = wantedSpeed;
    }

    /// <summary>The ID.</summary>
    /// <exception cref="CniArgumentException">The text is no GUID.</exception>
    internal Guid Id => IdRules.Check("Slot", _text, "slot", "Get-CniSlot -Site, -Speed and -Occupied find slots.");

    /// <summary>The Speed column of the row that named the slot; null for none. A slot's own speed is not a wish.</summary>
    internal string? WantedSpeed { get; }

    /// <summary>The ID as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text;
}
