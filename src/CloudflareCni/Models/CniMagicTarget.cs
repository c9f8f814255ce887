using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Where the health checks of a link go.</summary>
/// <remarks>The API shows either one address, which is read as <see cref="Effective"/>, or both.</remarks>
public sealed class CniMagicTarget : CniModel
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
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
    /// <param name="saved">The address that was configured; <c>null</c> if the API doesn't show it.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know; <c>null</c> for none.</param>
    public CniMagicTarget(string? effective, string? saved = null, IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        Effective = effective;
        Saved = saved;
    }

    /// <summary>Gets the address that health checks go to; <c>null</c> if the API shows none.</summary>
    public string? Effective { get; internal set; }

    /// <summary>Gets the address that was configured. It is empty if Cloudflare chooses the address, and <c>null</c> if the API doesn't show it.</summary>
    public string? Saved { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the address that health checks go to, or the one that was configured.</summary>
    /// <returns>One line, for views and CSV.</returns>
    public override string ToString() => Effective ?? Saved ?? "";
}
