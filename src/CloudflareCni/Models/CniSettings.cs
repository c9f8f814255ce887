using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The CNI settings of an account.</summary>
public sealed class CniSettings : CniResource
{
    /// <summary>Gets the fields of the API, each declared here and nowhere else.</summary>
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
    /// <param name="defaultAsn">The account's default AS number; <c>null</c> if it has none.</param>
    /// <param name="origin">Where the settings were read; <c>null</c> if it wasn't read from the API.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know; <c>null</c> for none.</param>
    public CniSettings(long? defaultAsn, CniOrigin? origin, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
    {
        DefaultAsn = defaultAsn;
    }

    /// <summary>Gets the AS number that Cloudflare's end uses by default in this account, 1 to 4294967295; <c>null</c> if the API doesn't show one.</summary>
    public long? DefaultAsn { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the default AS number as text.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => DefaultAsn is null ? "no default ASN" : $"default AS{DefaultAsn}";
}
