using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Represents the GRE tunnel over a link on dataplane 1.</summary>
public sealed class CniMagicGre : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniMagicGre> Table = new(static () => new CniMagicGre(), isLenient: true)
    {
        { "cloudflare_endpoint", gre => gre.CloudflareEndpoint, (gre, value) => gre.CloudflareEndpoint = value, FieldRules.Shared },
    };

    internal CniMagicGre()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniMagicGre"/> class from the fields of the API.</summary>
    /// <param name="cloudflareEndpoint">The address of Cloudflare's end of the tunnel.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniMagicGre(string? cloudflareEndpoint, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties) => CloudflareEndpoint = cloudflareEndpoint;

    /// <summary>Gets the address of Cloudflare's end of the tunnel, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? CloudflareEndpoint { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the address of Cloudflare's end.</summary>
    /// <returns>One line, for views and CSV.</returns>
    public override string ToString() => CloudflareEndpoint ?? "";
}
