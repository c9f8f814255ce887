using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Represents the BGP session of a link in Magic Transit and Magic WAN.</summary>
public sealed class CniMagicBgp : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniMagicBgp> Table = new(static () => new CniMagicBgp(), isLenient: true)
    {
        { "customer_asn", bgp => bgp.CustomerAsn, (bgp, value) => bgp.CustomerAsn = value },
        { "extra_prefixes", bgp => bgp.ExtraPrefixes, (bgp, value) => bgp.ExtraPrefixes = value },
        { "md5_key", bgp => bgp.Md5Key, (bgp, value) => bgp.Md5Key = value, FieldRules.Secret },
        { "import_filter_id", bgp => bgp.ImportFilterId, (bgp, value) => bgp.ImportFilterId = value },
        { "export_filter_id", bgp => bgp.ExportFilterId, (bgp, value) => bgp.ExportFilterId = value },
    };

    internal CniMagicBgp()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniMagicBgp"/> class from the fields of the API.</summary>
    /// <param name="customerAsn">The AS number of the customer.</param>
    /// <param name="extraPrefixes">The static prefixes that Cloudflare advertises to the customer.</param>
    /// <param name="md5Key">The MD5 key, or <see langword="null"/> for none.</param>
    /// <param name="importFilterId">The ID of the filter for the routes that Cloudflare learns.</param>
    /// <param name="exportFilterId">The ID of the filter for the routes that Cloudflare advertises.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniMagicBgp(
        long? customerAsn,
        IReadOnlyList<string> extraPrefixes,
        string? md5Key = null,
        string? importFilterId = null,
        string? exportFilterId = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        CustomerAsn = customerAsn;
        ExtraPrefixes = extraPrefixes;
        Md5Key = md5Key;
        ImportFilterId = importFilterId;
        ExportFilterId = exportFilterId;
    }

    /// <summary>Gets the AS number of the customer, or <see langword="null"/> if the API doesn't show it.</summary>
    public long? CustomerAsn { get; internal set; }

    /// <summary>Gets the static prefixes that Cloudflare advertises to the customer, each as <c>A.B.C.D/N</c>.</summary>
    public IReadOnlyList<string> ExtraPrefixes { get; internal set; } = [];

    /// <summary>Gets the MD5 key of the session, or <see langword="null"/> for none.</summary>
    public string? Md5Key { get; internal set; }

    /// <summary>Gets the ID of the filter for the routes that Cloudflare learns, or <see langword="null"/> for none.</summary>
    public string? ImportFilterId { get; internal set; }

    /// <summary>Gets the ID of the filter for the routes that Cloudflare advertises, or <see langword="null"/> for none.</summary>
    public string? ExportFilterId { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the AS number of the customer and the extra prefixes.</summary>
    /// <returns>One line, for views and CSV.</returns>
    public override string ToString()
    {
        string customer = CustomerAsn is { } asn ? $"AS{asn}" : "AS unknown";
        return ExtraPrefixes.Count == 0 ? customer : $"{customer} ({string.Join(", ", ExtraPrefixes)})";
    }
}
