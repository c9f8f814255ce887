using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>What a new interconnect is made from.</summary>
public abstract class CniInterconnectCreation : CniModel
{
    private protected CniInterconnectCreation(string type) => Type = type;

    /// <summary>The API's type text.</summary>
    public string Type { get; private protected set; }

    /// <summary>What is sent, field by field, for the user's eyes: a pairing key only as <c>(a key)</c>.</summary>
    public IReadOnlyList<CniFieldChange> Fields => CniFieldChanges.Given(this);
}

/// <summary>A new physical interconnect: a fibre to a slot.</summary>
public sealed class CniPhysicalInterconnectCreation : CniInterconnectCreation
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniPhysicalInterconnectCreation> Table = new(static () => new CniPhysicalInterconnectCreation(default))
    {
        { "slot_id", creation => creation.SlotId, (creation, value) => creation.SlotId = value },
        { "speed", creation => creation.Speed, (creation, value) => creation.Speed = value },
        { "type", creation => creation.Type, (creation, value) => creation.Type = value },
    };

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
    public Guid SlotId { get; private set; }

    /// <summary>The speed, such as <c>10G</c>; null leaves it to the slot.</summary>
    public string? Speed { get; private set; }

    internal override FieldTable Schema => Table;

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
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniGcpPartnerInterconnectCreation> Table = new(static () => new CniGcpPartnerInterconnectCreation("", ""))
    {
        { "pairing_key", creation => creation.PairingKey, (creation, value) => creation.PairingKey = value, FieldRules.Secret },
        { "bandwidth", creation => creation.Bandwidth, (creation, value) => creation.Bandwidth = value },
        { "type", creation => creation.Type, (creation, value) => creation.Type = value },
    };

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
    public string PairingKey { get; private set; }

    /// <summary>One of the API's bandwidths, such as <c>1G</c>.</summary>
    public string Bandwidth { get; private set; }

    internal override FieldTable Schema => Table;
}

/// <summary>What a new CNI is made from. The API chooses its addresses.</summary>
public sealed class CniCreation
{
    /// <summary>Makes the request.</summary>
    /// <param name="interconnect">The name of the interconnect that will host it.</param>
    /// <param name="magic">Conduit name, description and MTU.</param>
    /// <param name="bgp">The BGP session; null for none.</param>
    public CniCreation(string interconnect, CniMagicSettings magic, CniBgp? bgp = null)
        : this(new Cni { Interconnect = interconnect, Magic = magic, Bgp = bgp })
    {
    }

    private CniCreation(Cni cni) => Cni = cni;

    /// <summary>What is sent, field by field, for the user's eyes: an MD5 key only as <c>(a key)</c>.</summary>
    public IReadOnlyList<CniFieldChange> Fields => CniFieldChanges.Given(Cni);

    /// <summary>The CNI as it is asked for. What the API chooses is empty.</summary>
    internal Cni Cni { get; }

    /// <summary>Makes the request from values that a user gave, and checks them.</summary>
    /// <param name="interconnect">The name of the interconnect that will host it.</param>
    /// <param name="values">The values.</param>
    /// <returns>The request.</returns>
    /// <exception cref="CniArgumentException">A value can't be right.</exception>
    public static CniCreation Of(string interconnect, CniEdit values)
    {
        bool hasSession = values[nameof(CniBgp.CustomerAsn)] is not null;
        if (!hasSession && (values[CniEdit.ExtraPrefixParameter] is IReadOnlyList<string> { Count: > 0 } || values[nameof(CniBgp.Md5Key)] is not null))
        {
            throw new CniArgumentException(nameof(CniBgp.CustomerAsn), "-ExtraPrefix and -Md5Key belong to a BGP session: give -CustomerAsn as well.");
        }

        return new CniCreation(values.Create(NameRules.CheckInterconnect("Interconnect", interconnect), hasSession));
    }

    /// <summary>In what a CNI of the same conduit name differs from what is asked for.</summary>
    /// <param name="existing">The CNI.</param>
    /// <returns>A sentence each, without the name of what differs.</returns>
    public IEnumerable<string> DifferencesOf(Cni existing)
    {
        // What is empty here was left to the API.
        Cni wanted = existing.Copy();
        foreach (Field field in Cni.Schema.All)
        {
            if (field.GetValue(Cni) is { } value and not "" && !Guid.Empty.Equals(value))
            {
                field.SetValue(wanted, value);
            }
        }

        wanted.Bgp = Cni.Bgp;
        return CniFieldChanges.Between(existing, wanted).Select(change => $"it is not as asked for: {change.Name} is {change.FromText}, not {change.ToText}.");
    }
}
