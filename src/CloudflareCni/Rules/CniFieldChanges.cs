using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Finds what an edit or a creation sets.</summary>
internal static class CniFieldChanges
{
    internal const string AKey = "(a key)";

    /// <summary>What a creation sets, where nothing stood.</summary>
    /// <param name="fields">The fields; one without a value is not sent.</param>
    internal static IReadOnlyList<CniFieldChange> Given(params (string Name, object? Value)[] fields) =>
        fields.Where(field => field.Value is not null).Select(field => new CniFieldChange(field.Name, null, field.Value)).ToList();

    /// <summary>What differs between a CNI as it stands and as it shall be.</summary>
    internal static IReadOnlyList<CniFieldChange> Between(Cni from, Cni to)
    {
        var changes = new List<CniFieldChange>();
        Note(nameof(CniEdit.ConduitName), from.Magic.ConduitName, to.Magic.ConduitName);
        Note(nameof(CniEdit.Description), from.Magic.Description, to.Magic.Description);
        Note(nameof(CniEdit.Mtu), from.Magic.Mtu, to.Magic.Mtu);
        Note(nameof(CniEdit.CustIp), from.CustIp, to.CustIp);
        Note(nameof(CniEdit.P2pIp), from.P2pIp, to.P2pIp);
        if (from.Bgp is not null && to.Bgp is null)
        {
            Note(nameof(Cni.Bgp), from.Bgp.ToString(), null);
        }
        else
        {
            Note(nameof(CniEdit.CustomerAsn), from.Bgp?.CustomerAsn, to.Bgp?.CustomerAsn);
            NotePrefixes(from.Bgp?.ExtraPrefixes ?? [], to.Bgp?.ExtraPrefixes ?? []);
            NoteKey(from.Bgp?.Md5Key, to.Bgp?.Md5Key);
        }

        Note(nameof(CniEdit.BgpMode), from.BgpMode, to.BgpMode);
        return changes;

        void Note(string name, object? before, object? after)
        {
            if (!Equals(before, after))
            {
                changes.Add(new CniFieldChange(name, before, after));
            }
        }

        void NotePrefixes(IReadOnlyList<string> before, IReadOnlyList<string> after)
        {
            if (!before.SequenceEqual(after))
            {
                changes.Add(new CniFieldChange(CniEdit.ExtraPrefixParameter, before, after));
            }
        }

        void NoteKey(string? before, string? after)
        {
            if (before != after)
            {
                changes.Add(new CniFieldChange(
                    nameof(CniEdit.Md5Key), before is null ? null : AKey, after is null ? null : before is null ? AKey : "(another key)"));
            }
        }
    }
}
