using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>What a user wants changed in a CNI; null is not given and stays as it stands.</summary>
public sealed class CniEdit
{
    // The user's parameter is in the singular, as PowerShell has it.
    internal const string ExtraPrefixParameter = "ExtraPrefix";

    /// <summary>The conduit's name.</summary>
    public string? ConduitName { get; init; }

    /// <summary>The description; empty clears it.</summary>
    public string? Description { get; init; }

    /// <summary>The MTU in bytes, 576 to 9216.</summary>
    public int? Mtu { get; init; }

    /// <summary>The customer's address, <c>A.B.C.D/N</c>.</summary>
    public string? CustIp { get; init; }

    /// <summary>Cloudflare's address, <c>A.B.C.D/N</c>.</summary>
    public string? P2pIp { get; init; }

    /// <summary>The customer's AS number, 1 to 4294967295. Makes a BGP session where there is none.</summary>
    public long? CustomerAsn { get; init; }

    /// <summary>The extra prefixes, each <c>A.B.C.D/N</c>, in place of those that stand; empty clears them.</summary>
    public IReadOnlyList<string>? ExtraPrefixes { get; init; }

    /// <summary>The MD5 key.</summary>
    public string? Md5Key { get; init; }

    /// <summary>The BGP mode.</summary>
    public string? BgpMode { get; init; }

    /// <summary>Whether to remove the BGP session.</summary>
    public bool RemoveBgp { get; init; }

    /// <summary>Whether to remove the MD5 key.</summary>
    public bool RemoveMd5Key { get; init; }

    /// <summary>Whether nothing is given that could change a CNI.</summary>
    public bool IsEmpty => ConduitName is null && Description is null && Mtu is null && CustIp is null && P2pIp is null && CustomerAsn is null
        && FirstOfSession() is null && !RemoveBgp && !RemoveMd5Key;

    /// <summary>Checks what was given, before any request: each value for itself, and against the others.</summary>
    /// <exception cref="CniArgumentException">A value can't be right, or two contradict each other.</exception>
    public void Check()
    {
        CheckContradictions();
        if (ConduitName is not null)
        {
            NameRules.CheckConduit(nameof(ConduitName), ConduitName);
        }

        if (Mtu is not null)
        {
            MtuRules.Check(nameof(Mtu), Mtu.Value);
        }

        CheckAddresses();
        if (CustomerAsn is not null)
        {
            AsnRules.Check(nameof(CustomerAsn), CustomerAsn.Value);
        }

        if (ExtraPrefixes is not null)
        {
            PrefixRules.CheckExtraPrefixes(ExtraPrefixParameter, ExtraPrefixes);
        }

        if (Md5Key is not null)
        {
            Md5KeyRules.Check(nameof(Md5Key), Md5Key);
        }

        if (BgpMode is not null)
        {
            BgpModeRules.Check(nameof(BgpMode), BgpMode);
        }
    }

    /// <summary>Applies the edit to a CNI as it stands. What was read is kept as it is, unknown fields included, and never checked for itself.</summary>
    /// <param name="current">The CNI as it stands.</param>
    /// <param name="interconnectKind">The interconnect that the CNI is on, for the MTU's warning; <see cref="CniInterconnectKind.Other"/> when it is not known.</param>
    /// <param name="accountAsn">The account's default AS number, for the ASN's warning; null when it is not known.</param>
    /// <returns>The CNI as it shall be, what differs, and what the user should know.</returns>
    /// <exception cref="CniArgumentException">A value can't be right, by itself or on this CNI.</exception>
    public CniEditResult ApplyTo(Cni current, CniInterconnectKind interconnectKind = CniInterconnectKind.Other, long? accountAsn = null)
    {
        Check();
        CheckAddressesOn(current);
        var updated = new Cni(
            current.Id,
            current.Account,
            current.Interconnect,
            CustIp ?? current.CustIp,
            P2pIp ?? current.P2pIp,
            EditMagic(current.Magic),
            EditBgp(current),
            BgpMode ?? current.BgpMode,
            current.AccountId,
            current.AdditionalProperties);
        return new CniEditResult(updated, CniFieldChanges.Between(current, updated), Warn(interconnectKind, accountAsn), current.Bgp is null && updated.Bgp is not null);
    }

    private void CheckContradictions()
    {
        if (RemoveBgp && (FirstOfSession() ?? (CustomerAsn is null ? null : nameof(CustomerAsn)) ?? (RemoveMd5Key ? nameof(RemoveMd5Key) : null)) is { } other)
        {
            throw new CniArgumentException(
                nameof(RemoveBgp), $"-RemoveBgp removes the whole BGP session, so it can't go with -{other}: give one or the other.");
        }

        if (RemoveMd5Key && Md5Key is not null)
        {
            throw new CniArgumentException(nameof(RemoveMd5Key), "-RemoveMd5Key and -Md5Key contradict each other: give one or the other.");
        }
    }

    private void CheckAddresses()
    {
        IpPrefix? custIp = CustIp is null ? null : PointToPointRules.Check(nameof(CustIp), CustIp);
        IpPrefix? p2pIp = P2pIp is null ? null : PointToPointRules.Check(nameof(P2pIp), P2pIp);
        if (custIp is not null && p2pIp is not null)
        {
            PointToPointRules.CheckPair(nameof(CustIp), custIp.Value, p2pIp.Value);
        }
    }

    // One end alone must fit the end that stands, when that one can be read.
    private void CheckAddressesOn(Cni current)
    {
        bool isCustIpAlone = CustIp is not null && P2pIp is null && CustIp != current.CustIp;
        bool isP2pIpAlone = P2pIp is not null && CustIp is null && P2pIp != current.P2pIp;
        if ((isCustIpAlone || isP2pIpAlone)
            && IpPrefix.TryParse(CustIp ?? current.CustIp, out IpPrefix custIp)
            && IpPrefix.TryParse(P2pIp ?? current.P2pIp, out IpPrefix p2pIp))
        {
            PointToPointRules.CheckPair(isCustIpAlone ? nameof(CustIp) : nameof(P2pIp), custIp, p2pIp);
        }
    }

    private CniMagicSettings EditMagic(CniMagicSettings current) =>
        new(ConduitName ?? current.ConduitName, Description ?? current.Description, Mtu ?? current.Mtu, current.AdditionalProperties);

    private CniBgp? EditBgp(Cni current)
    {
        if (RemoveBgp)
        {
            return null;
        }

        if (current.Bgp is null && CustomerAsn is null)
        {
            return FirstOfSession() is not { } parameter
                ? null
                : throw new CniArgumentException(
                    parameter, $"CNI {current} has no BGP session that -{parameter} could change: give -CustomerAsn too, which sets a session up.");
        }

        return new CniBgp(
            CustomerAsn ?? current.Bgp!.CustomerAsn,
            ExtraPrefixes?.ToArray() ?? current.Bgp?.ExtraPrefixes ?? [],
            RemoveMd5Key ? null : Md5Key ?? current.Bgp?.Md5Key,
            current.Bgp?.AdditionalProperties);
    }

    // The first given parameter that needs a session to act on.
    private string? FirstOfSession() =>
        ExtraPrefixes is not null ? ExtraPrefixParameter
        : Md5Key is not null ? nameof(Md5Key)
        : BgpMode is not null ? nameof(BgpMode)
        : null;

    private List<string> Warn(CniInterconnectKind interconnectKind, long? accountAsn)
    {
        var warnings = new List<string?>();
        if (Mtu is not null)
        {
            warnings.Add(MtuRules.Warn(Mtu.Value, interconnectKind));
        }

        // Both ends have one length, so one warning is enough.
        if (IpPrefix.TryParse(CustIp ?? P2pIp, out IpPrefix address))
        {
            warnings.Add(PointToPointRules.Warn(address));
        }

        if (CustomerAsn is not null)
        {
            warnings.AddRange(AsnRules.WarnCustomer(CustomerAsn.Value, accountAsn));
        }

        if (Md5Key is not null)
        {
            warnings.Add(Md5KeyRules.Warn(Md5Key));
        }

        if (BgpMode is not null)
        {
            warnings.Add(BgpModeRules.Warn(BgpMode));
        }

        return warnings.OfType<string>().ToList();
    }
}
