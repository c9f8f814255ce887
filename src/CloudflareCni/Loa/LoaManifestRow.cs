using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareCni.Loa;

/// <summary>Represents a saved Letter of Authorization, with the information that is needed to order the cross-connect.</summary>
/// <param name="Interconnect">The interconnect.</param>
/// <param name="File">The path of the PDF file.</param>
/// <param name="Sha256">The SHA-256 of the file, in hexadecimal digits.</param>
/// <param name="SavedAt">When the file was saved.</param>
internal sealed record LoaManifestRow(CniInterconnect Interconnect, string File, string Sha256, DateTimeOffset SavedAt)
{
    public const string InterconnectColumn = "Interconnect";
    public const string Sha256Column = "Sha256";

    /// <summary>Gets the names of the columns, in the order of a new manifest.</summary>
    public static IReadOnlyList<string> Columns { get; } = [InterconnectColumn, "Facility", "Address", "SlotId", "File", Sha256Column, "SavedAt"];

    /// <summary>Gets the value of a column, which is one line. It's empty if the column isn't one of <see cref="Columns"/>.</summary>
    /// <param name="column">The name of the column.</param>
    public string this[string column] => DisplayText.Escape(column switch
    {
        InterconnectColumn => Interconnect.Name,
        "Facility" => Interconnect.FacilityName ?? "",
        "Address" => string.Join(", ", Interconnect.Facility?.Address ?? []),
        "SlotId" => Interconnect.SlotId?.ToString() ?? "",
        "File" => File,
        Sha256Column => Sha256,
        "SavedAt" => SavedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        _ => "",
    });
}
