using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Sandbox.World;

/// <summary>Everything of one account. Whoever uses it holds its <see cref="Gate"/>.</summary>
internal sealed class AccountWorld
{
    public const long CloudflareAsn = 13335;

    private readonly Dictionary<int, string> _namesBySlot = [];
    private readonly HashSet<string> _conduitNames = new(StringComparer.Ordinal);
    private readonly AddressPool _addresses = new();
    private readonly ulong _key;

    public AccountWorld(string accountId, int seed, int slotCount)
    {
        AccountId = accountId;
        _key = Noise.Of((ulong)seed, accountId);
        SeededInterconnects = Math.Min(Seeding.PhysicalInterconnects, slotCount / 3);
        int foreign = (slotCount / 3) - SeededInterconnects;
        Slots = new SlotCatalog(_key, slotCount, (int)(1000L * foreign / slotCount));
        AccountName = accountId switch
        {
            CniSandbox.DefaultAccountId => CniSandbox.DefaultAccountName,
            Access.Caller.OtherAccountId => Access.Caller.OtherAccountName,
            _ => $"Sandbox account {(accountId.Length > 8 ? accountId.Substring(0, 8) : accountId)}",
        };
    }

    public object Gate { get; } = new();

    public string AccountId { get; }

    public string AccountName { get; }

    public SlotCatalog Slots { get; }

    /// <summary>How many physical interconnects the world starts with.</summary>
    public int SeededInterconnects { get; }

    public long DefaultAsn { get; set; } = CloudflareAsn;

    public Register<Interconnect> Interconnects { get; } = new();

    public Register<CniObject> Cnis { get; } = new();

    /// <summary>The sequence number that the next object gets.</summary>
    public int NextSequence { get; set; } = 1;

    public static AccountWorld Seeded(string accountId, int seed, int slotCount)
    {
        var world = new AccountWorld(accountId, seed, slotCount);
        Seeding.Fill(world);
        return world;
    }

    /// <summary>Who has the slot; null when it is free.</summary>
    public string? Occupant(int slot)
    {
        if (_namesBySlot.ContainsKey(slot))
        {
            return AccountId;
        }

        return Slots.IsForeign(slot) ? Slots.ForeignAccount(slot) : null;
    }

    public bool IsOccupied(int slot) => _namesBySlot.ContainsKey(slot) || Slots.IsForeign(slot);

    /// <summary>The name of the account's interconnect in that slot.</summary>
    public string? InterconnectIn(int slot) => _namesBySlot.TryGetValue(slot, out string? name) ? name : null;

    public Guid NewCniId(int sequence)
    {
        ulong key = Noise.Of(_key, "cni-id");
        return Noise.Uuid((uint)Noise.Of(key, ~(ulong)sequence), key, (ulong)sequence);
    }

    public Guid VirtualPortReservation(Interconnect interconnect)
    {
        ulong key = Noise.Of(_key, "virtual-port");
        return Noise.Uuid((uint)Noise.Of(key, ~(ulong)interconnect.Sequence), key, (ulong)interconnect.Sequence);
    }

    public void Add(Interconnect interconnect)
    {
        Interconnects.Add(interconnect);
        if (interconnect.Slot is { } slot)
        {
            _namesBySlot.Add(slot, interconnect.Name);
        }
    }

    public void Remove(Interconnect interconnect)
    {
        Interconnects.Remove(interconnect);
        if (interconnect.Slot is { } slot)
        {
            _namesBySlot.Remove(slot);
        }
    }

    public bool Hosts(string interconnect) => Cnis.From(0).Any(cni => cni.Interconnect == interconnect);

    public bool IsConduitNameTaken(string name) => _conduitNames.Contains(name);

    public bool TryTakeLink(out Ipv4Prefix link) => _addresses.TryTake(out link);

    /// <summary>Adds a CNI, whose link may have been taken before.</summary>
    public void Add(CniObject cni)
    {
        Cnis.Add(cni);
        Occupy(cni);
    }

    public void Remove(CniObject cni)
    {
        Cnis.Remove(cni);
        Vacate(cni);
    }

    public void Replace(CniObject cni)
    {
        Vacate(Cnis.Find(cni.Key)!);
        Cnis.Replace(cni);
        Occupy(cni);
    }

    /// <summary>Whether the link is taken by a CNI other than this one.</summary>
    public bool IsLinkTakenByAnother(Ipv4Prefix link, CniObject than) => _addresses.Overlaps(link, than.Link);

    private void Occupy(CniObject cni)
    {
        _conduitNames.Add(cni.ConduitName);
        _addresses.Add(cni.Link);
    }

    private void Vacate(CniObject cni)
    {
        _conduitNames.Remove(cni.ConduitName);
        _addresses.Remove(cni.Link);
    }
}
