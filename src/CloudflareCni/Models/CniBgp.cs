using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The BGP session of a CNI.</summary>
public sealed class CniBgp
{
    /// <summary>Makes a BGP session from the fields of the API.</summary>
    /// <param name="customerAsn">The customer's AS number.</param>
    /// <param name="extraPrefixes">Static prefixes to advertise to the customer.</param>
    /// <param name="md5Key">The MD5 key; null for none.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
    public CniBgp(
        long customerAsn,
        IReadOnlyList<string> extraPrefixes,
        string? md5Key = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
    {
        CustomerAsn = customerAsn;
        ExtraPrefixes = extraPrefixes;
        Md5Key = md5Key;
        AdditionalProperties = CniFields.Of(additionalProperties);
    }

    /// <summary>The AS number on the customer's end, 1 to 4294967295.</summary>
    public long CustomerAsn { get; }

    /// <summary>Extra static prefixes that Cloudflare advertises to the customer, each as <c>A.B.C.D/N</c>.</summary>
    public IReadOnlyList<string> ExtraPrefixes { get; }

    /// <summary>The MD5 key of the session; null for none. Cloudflare's documentation calls it no secret and no security measure.</summary>
    public string? Md5Key { get; }

    /// <summary>Fields that the API sent and this version does not know.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>The customer's AS number and the extra prefixes.</summary>
    /// <returns>One line, for views and CSV.</returns>
    public override string ToString() => ExtraPrefixes.Count == 0 ? $"AS{CustomerAsn}" : $"AS{CustomerAsn} ({string.Join(", ", ExtraPrefixes)})";
}
