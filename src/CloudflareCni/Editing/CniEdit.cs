using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>The changes that a user wants to make to a CNI. A field whose value is <c>null</c> doesn't change.</summary>
public sealed class CniEdit
{
    // The parameter's name is singular, as is usual in PowerShell.
    internal const string ExtraPrefixParameter = "ExtraPrefix";

    private static readonly Field[] Settable = CniMagicSettings.Table.All.Concat(Cni.Table.All).Concat(CniBgp.Table.All)
        .Where(field => field.Has(FieldRules.Settable)).ToArray();

    private readonly Dictionary<string, object> _values = [];

    /// <summary>Initializes a new instance of the <see cref="CniEdit"/> class that doesn't change anything yet.</summary>
    public CniEdit()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniEdit"/> class.</summary>
    /// <param name="valueOf">Returns the value of each of <see cref="Parameters"/>, or <c>null</c> if there is none.</param>
    public CniEdit(Func<string, object?> valueOf)
    {
        foreach (string parameter in Parameters)
        {
            this[parameter] = valueOf(parameter);
        }
    }

    /// <summary>Gets the names of the fields that can be changed: the names of the parameters of Set-Cni and New-Cni.</summary>
    public static IReadOnlyList<string> Parameters { get; } = Settable.Select(field => field.Parameter).ToArray();

    /// <summary>Gets or initializes the new value of a field: a string, a number or a list of strings, or <see langword="null"/> if the field doesn't change.</summary>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    public object? this[string parameter]
    {
        get => _values.TryGetValue(parameter, out object? value) ? value : null;
        init
        {
            if (!Parameters.Contains(parameter))
            {
                throw new ArgumentException($"A CNI doesn't have a field named {parameter} that can be changed.", nameof(parameter));
            }

            if (value is not null)
            {
                _values[parameter] = value is IEnumerable<string> list ? list.ToArray() : value;
            }
        }
    }

    /// <summary>Gets a value indicating whether to remove the BGP session.</summary>
    public bool RemoveBgp { get; init; }

    /// <summary>Gets a value indicating whether to remove the MD5 key.</summary>
    public bool RemoveMd5Key { get; init; }

    /// <summary>Gets a value indicating whether the edit has nothing to change.</summary>
    public bool IsEmpty => _values.Count == 0 && !RemoveBgp && !RemoveMd5Key;

    /// <summary>Checks the values before any request: each value by itself, and against the others.</summary>
    /// <exception cref="CniArgumentException">A value isn't valid, or two values contradict each other.</exception>
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

    /// <summary>Applies the edit to the current CNI. Fields that aren't edited, including unknown ones, are kept unchanged and aren't checked.</summary>
    /// <param name="current">The current CNI.</param>
    /// <param name="interconnectKind">The kind of the interconnect that hosts the CNI, for the MTU warning; <see cref="CniInterconnectKind.Other"/> if it isn't known.</param>
    /// <param name="accountAsn">The account's default AS number, for the ASN warning, or <see langword="null"/> if it isn't known.</param>
    /// <returns>The updated CNI, the changes, and the warnings for the user.</returns>
    /// <exception cref="CniArgumentException">A value isn't valid, by itself or on this CNI.</exception>
    public CniEditResult ApplyTo(Cni current, CniInterconnectKind interconnectKind = CniInterconnectKind.Other, long? accountAsn = null)
    {
        Check();
        CheckAddressesOn(current);
        Cni updated = Apply(current);
        updated.Magic = Apply(current.Magic);
        updated.Bgp = EditBgp(current);
        return new CniEditResult(updated, CniFieldChanges.Between(current, updated), Warn(interconnectKind, accountAsn), current.Bgp is null && updated.Bgp is not null);
    }

    /// <summary>Creates a CNI that has only the values of the edit.</summary>
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
                nameof(RemoveBgp), $"-RemoveBgp removes the whole BGP session, so it can't be used with -{other}. Use one or the other.");
        }

        if (RemoveMd5Key && this[nameof(CniBgp.Md5Key)] is not null)
        {
            throw new CniArgumentException(nameof(RemoveMd5Key), "-RemoveMd5Key and -Md5Key can't be used together. Use one or the other.");
        }
    }

    // If only one end changes, it must fit the current other end, provided that it can be read.
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

    // A copy has every field, also those that this class doesn't know.
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
                    parameter, $"CNI {current} has no BGP session for -{parameter} to change. To set up a session, use -CustomerAsn too.");
        }

        CniBgp updated = Apply(current.Bgp ?? new CniBgp());
        updated.Md5Key = RemoveMd5Key ? null : updated.Md5Key;
        return updated;
    }

    // The first parameter of the edit that needs a session.
    private string? FirstOfSession() => CniBgp.Table.All.Select(field => field.Parameter).Append(nameof(Cni.BgpMode))
        .FirstOrDefault(parameter => parameter != nameof(CniBgp.CustomerAsn) && this[parameter] is not null);

    private List<string> Warn(CniInterconnectKind interconnectKind, long? accountAsn)
    {
        var warnings = new List<string?>();
        if (this[nameof(CniMagicSettings.Mtu)] is int mtu)
        {
            warnings.Add(MtuRules.Warn(mtu, interconnectKind));
        }

        // Both ends have the same prefix length, so one warning is enough.
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
