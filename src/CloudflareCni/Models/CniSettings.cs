using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The CNI settings of an account.</summary>
public sealed class CniSettings : CniResource
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
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

    /// <summary>Makes settings from the fields of the API.</summary>
    /// <param name="defaultAsn">The account's default AS number; null when it has none.</param>
    /// <param name="origin">Where the settings were read; null when made by hand.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
    public CniSettings(long? defaultAsn, CniOrigin? origin, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
    {
        DefaultAsn = defaultAsn;
    }

    /// <summary>The AS number that Cloudflare's end uses by default in this account, 1 to 4294967295; null when the API shows none.</summary>
    public long? DefaultAsn { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>The default AS number.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => DefaultAsn is null ? "no default ASN" : $"default AS{DefaultAsn}";
}
