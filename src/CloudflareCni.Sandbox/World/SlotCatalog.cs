using System;
using System.Collections.Generic;

namespace CloudflareCni.Sandbox.World;

/// <summary>
/// The slots of an account, numbered from 0. Nothing is stored: each property is computed from the number, so a catalog of a million slots is
/// created at once. Only the slots that a copied account has are stored, and each takes the place of a computed one with its ID, or the next number.
/// </summary>
internal sealed class SlotCatalog(ulong key, int count, int foreignPerMille)
{
    private const int ForeignAccounts = 5;

    // An ID starts with its slot's number times an odd constant: neighbors look unrelated, and the constant's inverse (modulo 2^32) returns the number.
    private const uint IdFactor = 0x9E3779B1;
    private const uint InverseIdFactor = 0x0E8B2F51;

    private readonly ulong _idKey = DeterministicHash.Of(key, "slot-id");
    private readonly ulong _speedKey = DeterministicHash.Of(key, "slot-speed");
    private readonly ulong _deviceKey = DeterministicHash.Of(key, "slot-device");
    private readonly ulong _foreignKey = DeterministicHash.Of(key, "slot-foreign");
    private readonly int _firstFacility = (int)(key % (ulong)Facility.All.Count);

    private readonly Dictionary<int, CopiedSlot> _copied = [];
    private readonly Dictionary<Guid, int> _copiedNumbers = [];
    private int _added;

    public int Count => count + _added;

    /// <summary>Gets the slot that a copied account has at a number, or <see langword="null"/> for a computed one.</summary>
    public CopiedSlot? Copied(int slot) => _copied.Count > 0 && _copied.TryGetValue(slot, out CopiedSlot? copied) ? copied : null;

    /// <summary>Adds a slot of a copied account.</summary>
    /// <returns>The slot's number.</returns>
    public int Add(CopiedSlot slot)
    {
        if (!TryFind(slot.Id, out int number))
        {
            number = count + _added++;
        }

        _copied[number] = slot;
        _copiedNumbers[slot.Id] = number;
        return number;
    }

    public Guid Id(int slot) => Copied(slot)?.Id ?? DeterministicHash.Uuid(unchecked(((uint)slot + (uint)_idKey) * IdFactor), _idKey, (ulong)slot);

    public bool TryFind(Guid id, out int slot)
    {
        if (_copiedNumbers.TryGetValue(id, out slot))
        {
            return true;
        }

        uint start = (uint)BitConverter.ToInt32(id.ToByteArray(), 0);
        slot = unchecked((int)((start * InverseIdFactor) - (uint)_idKey));
        return slot >= 0 && slot < count && Id(slot) == id;
    }

    public int FacilityNumber(int slot) => (_firstFacility + (slot % Facility.All.Count)) % Facility.All.Count;

    public Facility FacilityOf(int slot) => Copied(slot) is { } copied ? copied.Facility ?? Facility.Unknown : Facility.All[FacilityNumber(slot)];

    public string Site(int slot) => Copied(slot) is { } copied ? copied.Site ?? "" : FacilityOf(slot).Site;

    public string Speed(int slot) => Copied(slot) is { } copied ? copied.Speed ?? "" : DeterministicHash.Of(_speedKey, (ulong)slot) % 4 == 0 ? "100G" : "10G";

    public string? Device(int slot) => Copied(slot) is { } copied ? copied.Device : $"cr{1 + (DeterministicHash.Of(_deviceKey, (ulong)slot) % 2)}-{FacilityOf(slot).DeviceSuffix}";

    /// <summary>Gets the port on the device and its patch panel position, as a letter of authorization states them.</summary>
    public string Port(int slot)
    {
        ulong hash = DeterministicHash.Of(_deviceKey, (ulong)slot) >> 8;
        return $"et-0/0/{hash % 32}, patch panel PP{1 + ((hash >> 8) % 24):00}, port {1 + ((hash >> 16) % 24)}";
    }

    /// <summary>Returns whether another customer occupies the slot.</summary>
    public bool IsForeign(int slot) => Copied(slot) is null && DeterministicHash.Of(_foreignKey, (ulong)slot) % 1000 < (ulong)foreignPerMille;

    public string ForeignAccount(int slot) => DeterministicHash.HexId(_foreignKey, DeterministicHash.Of(~_foreignKey, (ulong)slot) % ForeignAccounts);
}
