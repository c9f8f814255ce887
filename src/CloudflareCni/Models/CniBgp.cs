using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The BGP session of a CNI.</summary>
public sealed class CniBgp : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniBgp> Table = new(static () => new CniBgp())
    {
        {
            "customer_asn", bgp => bgp.CustomerAsn, (bgp, value) => bgp.CustomerAsn = value,
            FieldRules.Required | FieldRules.Settable, (parameter, value) => AsnRules.Check(parameter, value)
        },
        {
            "extra_prefixes", bgp => bgp.ExtraPrefixes, (bgp, value) => bgp.ExtraPrefixes = value,
            FieldRules.Required | FieldRules.Settable, (parameter, value) => PrefixRules.CheckExtraPrefixes(parameter, value), CniEdit.ExtraPrefixParameter
        },
        {
            "md5_key", bgp => bgp.Md5Key, (bgp, value) => bgp.Md5Key = value,
            FieldRules.NullIsSent | FieldRules.Secret | FieldRules.Settable, (parameter, value) => Md5KeyRules.Check(parameter, value)
        },
    };

    internal CniBgp()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniBgp"/> class.</summary>
    /// <param name="customerAsn">The customer's AS number.</param>
    /// <param name="extraPrefixes">Static prefixes to advertise to the customer.</param>
    /// <param name="md5Key">The MD5 key, or <see langword="null"/> for none.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniBgp(
        long customerAsn,
        IReadOnlyList<string> extraPrefixes,
        string? md5Key = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        CustomerAsn = customerAsn;
        ExtraPrefixes = extraPrefixes;
        Md5Key = md5Key;
    }

    /// <summary>Gets the AS number on the customer's end, 1 to 4294967295.</summary>
    public long CustomerAsn { get; internal set; }

    /// <summary>Gets the extra static prefixes that Cloudflare advertises to the customer, each as <c>A.B.C.D/N</c>.</summary>
    public IReadOnlyList<string> ExtraPrefixes { get; internal set; } = [];

    /// <summary>Gets the MD5 key of the session, or <see langword="null"/> for none. According to Cloudflare's documentation, it isn't a secret or a security measure.</summary>
    public string? Md5Key { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the customer's AS number and the extra prefixes.</summary>
    /// <returns>One line, for views and CSV files.</returns>
    public override string ToString() => ExtraPrefixes.Count == 0 ? $"AS{CustomerAsn}" : $"AS{CustomerAsn} ({string.Join(", ", ExtraPrefixes)})";
}
