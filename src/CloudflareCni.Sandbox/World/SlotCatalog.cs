using System;

namespace CloudflareCni.Sandbox.World;

/// <summary>
/// The slots of a world, numbered from 0. Nothing is stored: each property is a function of the number, and an ID holds its slot's number in
/// scrambled form, so a world of a million slots is made at once and a slot is found by its ID without a search.
/// </summary>
internal sealed class SlotCatalog(ulong key, int count, int foreignPerMille)
{
    private const int ForeignAccounts = 5;
    private readonly ulong _idKey = Noise.Of(key, "slot-id");
    private readonly ulong _speedKey = Noise.Of(key, "slot-speed");
    private readonly ulong _deviceKey = Noise.Of(key, "slot-device");
    private readonly ulong _foreignKey = Noise.Of(key, "slot-foreign");
    private readonly int _firstFacility = (int)(key % (ulong)Facility.All.Count);

    public int Count { get; } = count;

    public Guid Id(int slot) => Noise.Uuid(Scrambled((uint)slot), _idKey, (ulong)slot);

    public bool TryFind(Guid id, out int slot)
    {
        slot = unchecked((int)Unscrambled((uint)BitConverter.ToInt32(id.ToByteArray(), 0)));
        return slot >= 0 && slot < Count && Id(slot) == id;
    }

    public int FacilityNumber(int slot) => (_firstFacility + (slot % Facility.All.Count)) % Facility.All.Count;

    public Facility FacilityOf(int slot) => Facility.All[FacilityNumber(slot)];

    public string Speed(int slot) => Noise.Of(_speedKey, (ulong)slot) % 4 == 0 ? "100G" : "10G";

    public string Device(int slot) => $"cr{1 + (Noise.Of(_deviceKey, (ulong)slot) % 2)}-{FacilityOf(slot).DeviceSuffix}";

    /// <summary>The port on the device, and the cross-connect's place on the patch panel, as a letter states them.</summary>
    public string Port(int slot)
    {
        ulong noise = Noise.Of(_deviceKey, (ulong)slot) >> 8;
        return $"et-0/0/{noise % 32}, patch panel PP{1 + ((noise >> 8) % 24):00}, port {1 + ((noise >> 16) % 24)}";
    }

    /// <summary>Whether another customer has the slot.</summary>
    public bool IsForeign(int slot) => Noise.Of(_foreignKey, (ulong)slot) % 1000 < (ulong)foreignPerMille;

    public string ForeignAccount(int slot) => Noise.Tag(_foreignKey, Noise.Of(~_foreignKey, (ulong)slot) % ForeignAccounts);

    // A Feistel network: scrambled and found again with the same four rounds.
    private uint Scrambled(uint number)
    {
        uint left = number >> 16;
        uint right = number & 0xFFFF;
        for (uint round = 0; round < 4; round++)
        {
            (left, right) = (right, left ^ RoundOf(round, right));
        }

        return (left << 16) | right;
    }

    private uint Unscrambled(uint number)
    {
        uint left = number >> 16;
        uint right = number & 0xFFFF;
        for (uint round = 4; round-- > 0;)
        {
            (left, right) = (right ^ RoundOf(round, left), left);
        }

        return (left << 16) | right;
    }

    private uint RoundOf(uint round, uint half) => (uint)(Noise.Of(_idKey, ((ulong)round << 32) | half) & 0xFFFF);
}
