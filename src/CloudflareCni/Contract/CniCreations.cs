using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>What a new interconnect is made from.</summary>
public abstract class CniInterconnectCreation
{
    private protected CniInterconnectCreation(string type) => Type = type;

    /// <summary>The API's type text.</summary>
    public string Type { get; }

    /// <summary>What is sent, field by field, for the user's eyes: a pairing key only as <c>(a key)</c>.</summary>
    public abstract IReadOnlyList<CniFieldChange> Fields { get; }
}

/// <summary>A new physical interconnect: a fibre to a slot.</summary>
public sealed class CniPhysicalInterconnectCreation : CniInterconnectCreation
{
    /// <summary>The type that the API's published schema gives a physical interconnect.</summary>
    public const string DefaultType = "direct";

    /// <summary>Makes the request.</summary>
    /// <param name="slotId">The slot.</param>
    /// <param name="speed">The speed; null leaves it to the slot.</param>
    /// <param name="type">The API's type text.</param>
    public CniPhysicalInterconnectCreation(Guid slotId, string? speed = null, string type = DefaultType)
        : base(type)
    {
        SlotId = slotId;
        Speed = speed;
    }

    /// <summary>The slot.</summary>
    public Guid SlotId { get; }

    /// <summary>The speed, such as <c>10G</c>; null leaves it to the slot.</summary>
    public string? Speed { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<CniFieldChange> Fields => CniFieldChanges.Given(
        (nameof(SlotId), SlotId.ToString()), (nameof(Speed), Speed), (nameof(Type), Type));

    /// <summary>In what an interconnect on the slot differs from what is asked for.</summary>
    /// <param name="existing">The interconnect.</param>
    /// <returns>A sentence each, without the name of what differs.</returns>
    public IEnumerable<string> DifferencesOf(CniInterconnect existing)
    {
        if (Speed is not null && !Speed.Equals(existing.Speed, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"it is not as asked for: Speed is {existing.Speed ?? "(none shown)"}, not {Speed}.";
        }

        if (!Type.Equals(existing.Type, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"it is not as asked for: Type is {existing.Type ?? "(none shown)"}, not {Type}.";
        }
    }
}

/// <summary>A new GCP partner interconnect: a VLAN attachment of Google Cloud's.</summary>
public sealed class CniGcpPartnerInterconnectCreation : CniInterconnectCreation
{
    /// <summary>The type that the API's published schema gives a GCP partner interconnect.</summary>
    public const string DefaultType = "gcp_partner";

    /// <summary>Makes the request.</summary>
    /// <param name="pairingKey">The pairing key that Google Cloud gave. Sent as it is, shown nowhere.</param>
    /// <param name="bandwidth">One of the API's bandwidths, such as <c>1G</c>.</param>
    /// <param name="type">The API's type text.</param>
    public CniGcpPartnerInterconnectCreation(string pairingKey, string bandwidth, string type = DefaultType)
        : base(type)
    {
        PairingKey = pairingKey;
        Bandwidth = bandwidth;
    }

    /// <summary>The pairing key that Google Cloud gave. Whoever has it can claim the attachment: show it nowhere.</summary>
    public string PairingKey { get; }

    /// <summary>One of the API's bandwidths, such as <c>1G</c>.</summary>
    public string Bandwidth { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<CniFieldChange> Fields => CniFieldChanges.Given(
        (nameof(PairingKey), CniFieldChanges.AKey), (nameof(Bandwidth), Bandwidth), (nameof(Type), Type));
}

/// <summary>What a new CNI is made from. The API chooses its addresses.</summary>
/// <param name="Interconnect">The name of the interconnect that will host it.</param>
/// <param name="Magic">Conduit name, description and MTU.</param>
/// <param name="Bgp">The BGP session; null for none.</param>
public sealed record CniCreation(string Interconnect, CniMagicSettings Magic, CniBgp? Bgp = null)
{
    /// <summary>What is sent, field by field, for the user's eyes: an MD5 key only as <c>(a key)</c>.</summary>
    public IReadOnlyList<CniFieldChange> Fields => CniFieldChanges.Given(
        (nameof(Interconnect), Interconnect),
        (nameof(CniEdit.ConduitName), Magic.ConduitName),
        (nameof(CniEdit.Mtu), Magic.Mtu),
        (nameof(CniEdit.Description), Magic.Description.Length == 0 ? null : Magic.Description),
        (nameof(CniEdit.CustomerAsn), Bgp?.CustomerAsn),
        (CniEdit.ExtraPrefixParameter, Bgp?.ExtraPrefixes is { Count: > 0 } prefixes ? prefixes : null),
        (nameof(CniEdit.Md5Key), Bgp?.Md5Key is null ? null : CniFieldChanges.AKey));

    /// <summary>In what a CNI of the same conduit name differs from what is asked for.</summary>
    /// <param name="existing">The CNI.</param>
    /// <returns>A sentence each, without the name of what differs.</returns>
    public IEnumerable<string> DifferencesOf(Cni existing)
    {
        var wanted = new CniEdit
        {
            Description = Magic.Description,
            Mtu = Magic.Mtu,
            CustomerAsn = Bgp?.CustomerAsn,
            ExtraPrefixes = Bgp?.ExtraPrefixes,
            Md5Key = Bgp?.Md5Key,
            RemoveMd5Key = Bgp is { Md5Key: null },
            RemoveBgp = Bgp is null,
        };
        return wanted.ApplyTo(existing).Changes.Select(change => $"it is not as asked for: {change.Name} is {change.FromText}, not {change.ToText}.");
    }
}
