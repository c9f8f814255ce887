using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>The request to create an interconnect.</summary>
public abstract class CniInterconnectCreation : CniModel
{
    private protected CniInterconnectCreation(string type) => Type = type;

    /// <summary>Gets the API's type text.</summary>
    public string Type { get; private protected set; }

    /// <summary>Gets the fields to send, as text for the user. A pairing key is shown only as <c>(a key)</c>.</summary>
    public IReadOnlyList<CniFieldChange> Fields => CniFieldChanges.Given(this);
}

/// <summary>The request to create a physical interconnect: a fiber to a slot.</summary>
public sealed class CniPhysicalInterconnectCreation : CniInterconnectCreation
{
    /// <summary>Gets the fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniPhysicalInterconnectCreation> Table = new(static () => new CniPhysicalInterconnectCreation(default))
    {
        { "slot_id", creation => creation.SlotId, (creation, value) => creation.SlotId = value },
        { "speed", creation => creation.Speed, (creation, value) => creation.Speed = value },
        { "type", creation => creation.Type, (creation, value) => creation.Type = value },
    };

    /// <summary>The type of a physical interconnect in the API's published schema.</summary>
    public const string DefaultType = "direct";

    /// <summary>Initializes a new instance of the <see cref="CniPhysicalInterconnectCreation"/> class.</summary>
    /// <param name="slotId">The slot's ID.</param>
    /// <param name="speed">The speed, or <see langword="null"/> for the slot's own.</param>
    /// <param name="type">The API's type text.</param>
    public CniPhysicalInterconnectCreation(Guid slotId, string? speed = null, string type = DefaultType)
        : base(type)
    {
        SlotId = slotId;
        Speed = speed;
    }

    /// <summary>Gets the slot's ID.</summary>
    public Guid SlotId { get; private set; }

    /// <summary>Gets the speed, such as <c>10G</c>, or <see langword="null"/> for the slot's own.</summary>
    public string? Speed { get; private set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the differences between an existing interconnect on the slot and this request.</summary>
    /// <param name="existing">The interconnect.</param>
    /// <returns>One sentence for each difference, without the name of the object.</returns>
    public IEnumerable<string> DifferencesOf(CniInterconnect existing)
    {
        if (Speed is not null && !Speed.Equals(existing.Speed, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Speed is {existing.Speed ?? "(none shown)"}, but {Speed} was requested.";
        }

        if (!Type.Equals(existing.Type, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Type is {existing.Type ?? "(none shown)"}, but {Type} was requested.";
        }
    }
}

/// <summary>The request to create a GCP partner interconnect: a Google Cloud VLAN attachment.</summary>
public sealed class CniGcpPartnerInterconnectCreation : CniInterconnectCreation
{
    /// <summary>Gets the fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniGcpPartnerInterconnectCreation> Table = new(static () => new CniGcpPartnerInterconnectCreation("", ""))
    {
        { "pairing_key", creation => creation.PairingKey, (creation, value) => creation.PairingKey = value, FieldRules.Secret },
        { "bandwidth", creation => creation.Bandwidth, (creation, value) => creation.Bandwidth = value },
        { "type", creation => creation.Type, (creation, value) => creation.Type = value },
    };

    /// <summary>The type of a GCP partner interconnect in the API's published schema.</summary>
    public const string DefaultType = "gcp_partner";

    /// <summary>Initializes a new instance of the <see cref="CniGcpPartnerInterconnectCreation"/> class.</summary>
    /// <param name="pairingKey">The pairing key from Google Cloud. It's sent unchanged and never shown.</param>
    /// <param name="bandwidth">The bandwidth, one of the API's bandwidths, such as <c>1G</c>.</param>
    /// <param name="type">The API's type text.</param>
    public CniGcpPartnerInterconnectCreation(string pairingKey, string bandwidth, string type = DefaultType)
        : base(type)
    {
        PairingKey = pairingKey;
        Bandwidth = bandwidth;
    }

    /// <summary>Gets the pairing key from Google Cloud. Anyone who has it can claim the attachment, so never show it.</summary>
    public string PairingKey { get; private set; }

    /// <summary>Gets the bandwidth, one of the API's bandwidths, such as <c>1G</c>.</summary>
    public string Bandwidth { get; private set; }

    internal override FieldTable Schema => Table;
}

/// <summary>The request to create a CNI. The API chooses its addresses.</summary>
public sealed class CniCreation
{
    /// <summary>Initializes a new instance of the <see cref="CniCreation"/> class.</summary>
    /// <param name="interconnect">The name of the interconnect that will host the CNI.</param>
    /// <param name="magic">The conduit name, the description and the MTU.</param>
    /// <param name="bgp">The BGP session, or <see langword="null"/> for none.</param>
    public CniCreation(string interconnect, CniMagicSettings magic, CniBgp? bgp = null)
        : this(new Cni { Interconnect = interconnect, Magic = magic, Bgp = bgp })
    {
    }

    private CniCreation(Cni cni) => Cni = cni;

    /// <summary>Gets the fields to send, as text for the user. An MD5 key is shown only as <c>(a key)</c>.</summary>
    public IReadOnlyList<CniFieldChange> Fields => CniFieldChanges.Given(Cni);

    /// <summary>Gets the requested CNI. Fields that the API chooses are empty.</summary>
    internal Cni Cni { get; }

    /// <summary>Creates the request from values that a user entered, and checks them.</summary>
    /// <param name="interconnect">The name of the interconnect that will host the CNI.</param>
    /// <param name="values">The values.</param>
    /// <returns>The request.</returns>
    /// <exception cref="CniArgumentException">A value isn't valid.</exception>
    public static CniCreation Of(string interconnect, CniEdit values)
    {
        bool hasSession = values[nameof(CniBgp.CustomerAsn)] is not null;
        if (!hasSession && (values[CniEdit.ExtraPrefixParameter] is IReadOnlyList<string> { Count: > 0 } || values[nameof(CniBgp.Md5Key)] is not null))
        {
            throw new CniArgumentException(nameof(CniBgp.CustomerAsn), "-ExtraPrefix and -Md5Key need a BGP session. Use -CustomerAsn as well.");
        }

        return new CniCreation(values.Create(NameRules.CheckInterconnect("Interconnect", interconnect), hasSession));
    }

    /// <summary>Returns the differences between an existing CNI with the same conduit name and this request.</summary>
    /// <param name="existing">The CNI.</param>
    /// <returns>One sentence for each difference, without the name of the object.</returns>
    public IEnumerable<string> DifferencesOf(Cni existing)
    {
        // The API chose the fields that are empty here.
        Cni wanted = existing.Copy();
        foreach (Field field in Cni.Schema.All)
        {
            if (field.GetValue(Cni) is { } value and not "" && !Guid.Empty.Equals(value))
            {
                field.SetValue(wanted, value);
            }
        }

        wanted.Bgp = Cni.Bgp;
        return CniFieldChanges.Between(existing, wanted).Select(change => $"{change.Name} is {change.FromText}, but {change.ToText} was requested.");
    }
}
