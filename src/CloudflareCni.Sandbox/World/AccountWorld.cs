using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Sandbox.World;

/// <summary>Everything that one account contains. Callers hold its <see cref="Gate"/>.</summary>
internal sealed class AccountWorld
{
    public const long CloudflareAsn = 13335;

    /// <summary>
    /// A conduit name that a tunnel already has in every account. The API doesn't list tunnels, so this is how a user can see a conflict with
    /// something that isn't a CNI.
    /// </summary>
    public const string TunnelName = "existing-tunnel";

    private const int MaxSeededInterconnects = 7;

    private readonly Dictionary<int, string> _namesBySlot = [];
    private readonly HashSet<string> _conduitNames = new(StringComparer.Ordinal);
    private readonly AddressPool _addresses = new();
    private readonly ulong _cniKey;
    private readonly ulong _virtualPortKey;
    private readonly ulong _routeKey;

    public AccountWorld(string accountId, int seed, int slotCount)
    {
        Account = Account.Of(accountId);
        ulong key = DeterministicHash.Of((ulong)seed, accountId);
        _cniKey = DeterministicHash.Of(key, "cni-id");
        _virtualPortKey = DeterministicHash.Of(key, "virtual-port");
        _routeKey = DeterministicHash.Of(key, "route");
        MagicKey = DeterministicHash.Of(key, "magic");

        // About a third of the slots are occupied: by the account's own interconnects, and by other customers.
        SeededInterconnects = Math.Min(MaxSeededInterconnects, slotCount / 3);
        int foreign = (slotCount / 3) - SeededInterconnects;
        Slots = new SlotCatalog(key, slotCount, (int)(1000L * foreign / slotCount));
    }

    public object Gate { get; } = new();

    public Account Account { get; }

    public SlotCatalog Slots { get; }

    /// <summary>Gets the number of physical interconnects that the account starts with.</summary>
    public int SeededInterconnects { get; }

    /// <summary>Gets or sets the default ASN, or <see langword="null"/> in a copied account whose configuration file doesn't have one.</summary>
    public long? DefaultAsn { get; set; } = CloudflareAsn;

    /// <summary>Gets a value indicating whether the account is a copy of a real one, which can have more slots than the configuration file.</summary>
    public bool IsCopy { get; init; }

    public SequencedSet<Interconnect> Interconnects { get; } = new();

    public SequencedSet<CniObject> Cnis { get; } = new();

    /// <summary>Gets the sequence number of the next object.</summary>
    public int NextSequence { get; set; } = 1;

    /// <summary>Finds a slot. In a copied account, every unknown ID is the ID of a free slot, so that an order for it can be rehearsed.</summary>
    public bool TryFindSlot(Guid id, out int slot)
    {
        bool isFound = Slots.TryFind(id, out slot);
        if (!isFound && IsCopy)
        {
            slot = Slots.Add(new CopiedSlot(id));
        }

        return isFound || IsCopy;
    }

    /// <summary>Gets the ID of the account that occupies the slot, or <see langword="null"/> when the slot is free.</summary>
    public string? Occupant(int slot)
    {
        if (_namesBySlot.ContainsKey(slot))
        {
            return Account.Id;
        }

        return Slots.IsForeign(slot) ? Slots.ForeignAccount(slot) : null;
    }

    public bool IsOccupied(int slot) => _namesBySlot.ContainsKey(slot) || Slots.IsForeign(slot);

    /// <summary>Gets the name of the account's interconnect in the slot.</summary>
    public string? InterconnectIn(int slot) => _namesBySlot.TryGetValue(slot, out string? name) ? name : null;

    /// <summary>Gets the key from which the values of the Magic side are computed.</summary>
    public ulong MagicKey { get; }

    /// <summary>Gets the ID that the Magic side has for a CNI.</summary>
    public string MagicId(CniObject cni) => DeterministicHash.HexId(MagicKey, (ulong)cni.Sequence);

    /// <summary>Gets the ID of the route at an index in the Magic routing table.</summary>
    public string RouteId(int place) => DeterministicHash.HexId(_routeKey, (ulong)place);

    public Guid CniId(int sequence) => DeterministicHash.Uuid(_cniKey, (ulong)sequence);

    public Guid VirtualPortReservation(Interconnect interconnect) => DeterministicHash.Uuid(_virtualPortKey, (ulong)interconnect.Sequence);

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

    public bool HasCnis(Interconnect interconnect) => Cnis.From(0).Any(cni => cni.Interconnect == interconnect.Name);

    public bool HasCniNamed(string conduitName) => _conduitNames.Contains(conduitName);

    /// <summary>Returns whether a CNI or a tunnel of the account has the name.</summary>
    public bool IsConduitNameTaken(string name) => name == TunnelName || HasCniNamed(name);

    public bool TryTakeLink(out Ipv4Prefix link) => _addresses.TryTake(out link);

    public void ReleaseLink(Ipv4Prefix link) => _addresses.Remove(link);

    /// <summary>Returns whether a CNI other than the one specified uses an address of the prefix.</summary>
    public bool IsLinkTaken(Ipv4Prefix link, CniObject? except) => _addresses.Overlaps(link, except?.Link);

    /// <summary>Adds a CNI. Its link can be one that <see cref="TryTakeLink"/> returned.</summary>
    public void Add(CniObject cni)
    {
        Cnis.Add(cni);
        ClaimNameAndLink(cni);
    }

    public void Remove(CniObject cni)
    {
        Cnis.Remove(cni);
        ReleaseNameAndLink(cni);
    }

    public void Replace(CniObject cni)
    {
        ReleaseNameAndLink(Cnis.Find(cni.Key)!);
        Cnis.Replace(cni);
        ClaimNameAndLink(cni);
    }

    private void ClaimNameAndLink(CniObject cni)
    {
        _conduitNames.Add(cni.ConduitName);
        _addresses.Add(cni.Link);
    }

    private void ReleaseNameAndLink(CniObject cni)
    {
        _conduitNames.Remove(cni.ConduitName);
        _addresses.Remove(cni.Link);
    }
}
