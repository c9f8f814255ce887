using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The CNI settings of an account.</summary>
public sealed class CniSettings : CniResource
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniSettings> Table = new(static () => new CniSettings())
    {
        {
            "default_asn", settings => settings.DefaultAsn, (settings, value) => settings.DefaultAsn = value,
            FieldRules.NullIsSent | FieldRules.Settable, (parameter, value) => AsnRules.Check(parameter, value ?? AsnRules.Cloudflare)
        },
    };

    internal CniSettings()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniSettings"/> class.</summary>
    /// <param name="defaultAsn">The account's default AS number, or <see langword="null"/> if it has none.</param>
    /// <param name="origin">The origin of the settings, or <see langword="null"/> if it wasn't read from the API.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniSettings(long? defaultAsn, CniOrigin? origin, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
    {
        DefaultAsn = defaultAsn;
    }

    /// <summary>Gets the AS number that Cloudflare's end uses by default in this account, 1 to 4294967295, or <see langword="null"/> if the API doesn't show one.</summary>
    public long? DefaultAsn { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the default AS number as text.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => DefaultAsn is null ? "no default ASN" : $"default AS{DefaultAsn}";
}
