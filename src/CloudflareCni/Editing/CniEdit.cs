using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>What a user wants changed in a CNI; null is not given and stays as it stands.</summary>
public sealed class CniEdit
{
    // The user's parameter is in the singular, as PowerShell has it.
    internal const string ExtraPrefixParameter = "ExtraPrefix";

    private static readonly Field[] Settable = CniMagicSettings.Table.All.Concat(Cni.Table.All).Concat(CniBgp.Table.All)
        .Where(field => field.Has(FieldRules.Settable)).ToArray();

    private readonly Dictionary<string, object> _values = [];

    /// <summary>Initializes a new instance of the <see cref="CniEdit"/> class that changes nothing yet.</summary>
    public CniEdit()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniEdit"/> class.</summary>
    /// <param name="valueOf">Gives the value of each of <see cref="Parameters"/>; <c>null</c> when it isn't given.</param>
    public CniEdit(Func<string, object?> valueOf)
    {
        foreach (string parameter in Parameters)
        {
            this[parameter] = valueOf(parameter);
        }
    }

    /// <summary>Gets the names of what can be changed: those of the parameters of Set-Cni and New-Cni.</summary>
    public static IReadOnlyList<string> Parameters { get; } = Settable.Select(field => field.Parameter).ToArray();

    /// <summary>Gets or initializes what a field is changed to: a text, a number or a list of texts; <c>null</c> when it isn't given.</summary>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    public object? this[string parameter]
    {
        get => _values.TryGetValue(parameter, out object? value) ? value : null;
        init
        {
            if (!Parameters.Contains(parameter))
            {
                throw new ArgumentException($"A CNI has nothing named {parameter} that can be changed.", nameof(parameter));
            }

            if (value is not null)
            {
                _values[parameter] = value is IEnumerable<string> list ? list.ToArray() : value;
            }
        }
    }

    /// <summary>Whether to remove the BGP session.</summary>
    public bool RemoveBgp { get; init; }

    /// <summary>Whether to remove the MD5 key.</summary>
    public bool RemoveMd5Key { get; init; }

    /// <summary>Whether nothing is given that could change a CNI.</summary>
    public bool IsEmpty => _values.Count == 0 && !RemoveBgp && !RemoveMd5Key;

    /// <summary>Checks what was given, before any request: each value for itself, and against the others.</summary>
    /// <exception cref="CniArgumentException">A value can't be right, or two contradict each other.</exception>
    public void Check()
    {
        CheckContradictions();
        foreach (Field field in Settable)
        {
            if (this[field.Parameter] is { } value)
            {
                field.Check(value);
            }
        }

        if (IpPrefix.TryParse(CustIp, out IpPrefix custIp) && IpPrefix.TryParse(P2pIp, out IpPrefix p2pIp))
        {
            PointToPointRules.CheckPair(nameof(Cni.CustIp), custIp, p2pIp);
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
        Cni updated = Apply(current);
        updated.Magic = Apply(current.Magic);
        updated.Bgp = EditBgp(current);
        return new CniEditResult(updated, CniFieldChanges.Between(current, updated), Warn(interconnectKind, accountAsn), current.Bgp is null && updated.Bgp is not null);
    }

    /// <summary>Makes the CNI that has just the values given.</summary>
    internal Cni Create(string interconnect, bool hasSession)
    {
        Check();
        Cni cni = Apply(new Cni { Interconnect = interconnect, Magic = Apply(CniMagicSettings.None) });
        cni.Bgp = hasSession ? Apply(new CniBgp()) : null;
        return cni;
    }

    private string? CustIp => (string?)this[nameof(Cni.CustIp)];

    private string? P2pIp => (string?)this[nameof(Cni.P2pIp)];

    private long? CustomerAsn => (long?)this[nameof(CniBgp.CustomerAsn)];

    private void CheckContradictions()
    {
        if (RemoveBgp && (FirstOfSession() ?? (CustomerAsn is null ? null : nameof(CniBgp.CustomerAsn)) ?? (RemoveMd5Key ? nameof(RemoveMd5Key) : null)) is { } other)
        {
            throw new CniArgumentException(
                nameof(RemoveBgp), $"-RemoveBgp removes the whole BGP session, so it can't go with -{other}: give one or the other.");
        }

        if (RemoveMd5Key && this[nameof(CniBgp.Md5Key)] is not null)
        {
            throw new CniArgumentException(nameof(RemoveMd5Key), "-RemoveMd5Key and -Md5Key contradict each other: give one or the other.");
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
            PointToPointRules.CheckPair(isCustIpAlone ? nameof(Cni.CustIp) : nameof(Cni.P2pIp), custIp, p2pIp);
        }
    }

    // A copy has every field, those too that nobody thinks of here.
    private T Apply<T>(T current)
        where T : CniModel
    {
        T updated = current.Copy();
        foreach (Field field in updated.Schema.All)
        {
            if (field.Has(FieldRules.Settable) && this[field.Parameter] is { } value)
            {
                field.SetValue(updated, value);
            }
        }

        return updated;
    }

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

        CniBgp updated = Apply(current.Bgp ?? new CniBgp());
        updated.Md5Key = RemoveMd5Key ? null : updated.Md5Key;
        return updated;
    }

    // The first given parameter that needs a session to act on.
    private string? FirstOfSession() => CniBgp.Table.All.Select(field => field.Parameter).Append(nameof(Cni.BgpMode))
        .FirstOrDefault(parameter => parameter != nameof(CniBgp.CustomerAsn) && this[parameter] is not null);

    private List<string> Warn(CniInterconnectKind interconnectKind, long? accountAsn)
    {
        var warnings = new List<string?>();
        if (this[nameof(CniMagicSettings.Mtu)] is int mtu)
        {
            warnings.Add(MtuRules.Warn(mtu, interconnectKind));
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

        if (this[nameof(CniBgp.Md5Key)] is string md5Key)
        {
            warnings.Add(Md5KeyRules.Warn(md5Key));
        }

        if (this[nameof(Cni.BgpMode)] is string bgpMode)
        {
            warnings.Add(BgpModeRules.Warn(bgpMode));
        }

        return warnings.OfType<string>().ToList();
    }
}
