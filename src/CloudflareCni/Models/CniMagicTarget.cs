using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Represents the destination of the health checks of a link.</summary>
/// <remarks>The API returns either both addresses, or only <see cref="Effective"/>.</remarks>
public sealed class CniMagicTarget : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniMagicTarget> Table = new(static () => new CniMagicTarget(), isLenient: true)
    {
        { "effective", target => target.Effective, (target, value) => target.Effective = value },
        { "saved", target => target.Saved, (target, value) => target.Saved = value },
    };

    internal CniMagicTarget()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniMagicTarget"/> class from the fields of the API.</summary>
    /// <param name="effective">The address that health checks go to.</param>
    /// <param name="saved">The address that was configured, or <see langword="null"/> if the API doesn't show it.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniMagicTarget(string? effective, string? saved = null, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        Effective = effective;
        Saved = saved;
    }

    /// <summary>Gets the address that health checks go to, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Effective { get; internal set; }

    /// <summary>Gets the address that was configured, or <see langword="null"/> if the API doesn't show it. It's empty if Cloudflare chooses the address.</summary>
    public string? Saved { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the address that health checks go to, or the one that was configured.</summary>
    /// <returns>One line, for views and CSV.</returns>
    public override string ToString() => Effective ?? Saved ?? "";
}
