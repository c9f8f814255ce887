using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>Contains the facilities that Cloudflare lists with one or two availability domains on a dataplane. Two domains that are still being built count as one.</summary>
internal static class DiverseLocations
{
    /// <summary>The date when the list was copied.</summary>
    public const string AsOf = "2026-11-25";

    // Metro, facility, domains on dataplane v1 and v2. Zero means that the dataplane isn't available.
    private static readonly (string Metro, string Facility, int V1, int V2)[] Rows =
    [
        ("atl", "Digital Realty ATL1", 1, 2), ("atl", "Equinix AT1", 2, 1), ("cmh", "Cologix COL3", 2, 0), ("den", "CoreSite DE1", 2, 2), ("dfw", "Equinix DA6", 2, 2),
        ("iad", "Equinix DC2", 2, 2), ("lax", "CoreSite LA1", 1, 2), ("mci", "Netrality KC (1102 Grand)", 2, 2), ("mia", "Equinix MI1", 2, 2), ("msp", "Cologix MIN1", 2, 0),
        ("ord", "Equinix CH2", 2, 2), ("sea", "Digital Realty SEA10", 2, 1), ("sjc", "Equinix SV5", 2, 2), ("yyz", "Equinix TR1", 2, 2), ("gig", "Equinix RJ2", 2, 2),
        ("gru", "Equinix SP2", 2, 2), ("ams", "Equinix AM1", 2, 2), ("arn", "Equinix SK1", 2, 2), ("cdg", "Equinix PA2", 2, 2), ("dub", "Equinix DB2", 2, 2),
        ("fra", "Equinix FR5", 2, 2), ("ist", "Equinix IL2", 1, 2), ("ist", "Turkcell/Superonline Istanbul", 1, 2), ("mad", "Digital Realty MAD2", 2, 2), ("mrs", "Digital Realty MRS1", 2, 0),
        ("mxp", "Retelit Via Caldera", 2, 2), ("vie", "Digital Realty VIE1", 2, 2), ("waw", "Equinix WA1", 2, 2), ("jnb", "Digital Realty (Teraco) JB1", 2, 2), ("akl", "DataCentre220", 1, 2),
        ("bom", "Equinix MB1", 2, 1), ("hkg", "Equinix HK2", 2, 2), ("icn", "KINX Dogok IDC", 2, 2), ("kix", "Equinix OS1", 2, 2), ("mel", "NextDC (M1)", 1, 2),
        ("sin", "Equinix SG1", 2, 2), ("syd", "Equinix SY2", 2, 2),
    ];

    private static readonly Dictionary<string, (string Metro, string Facility, int V1, int V2)> ByFacility = Rows.ToDictionary(row => row.Facility, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the number of availability domains.</summary>
    /// <param name="metro">The metro, or <see langword="null"/> if it isn't known.</param>
    /// <param name="facility">The facility.</param>
    /// <param name="dataplane">The dataplane, or <see langword="null"/> if it isn't known. In that case, both dataplanes must have the same number.</param>
    /// <returns>The number, or <see langword="null"/> if the facility isn't listed, or if the number depends on the dataplane.</returns>
    public static int? Domains(string? metro, string facility, string? dataplane)
    {
        if (!ByFacility.TryGetValue(facility, out (string Metro, string Facility, int V1, int V2) row)
            || (metro is not null && !row.Metro.Equals(metro, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        int? domains = dataplane switch
        {
            "2" => row.V2,
            "1" or "1.5" => row.V1,
            _ => row.V1 == row.V2 ? row.V1 : null,
        };
        return domains == 0 ? null : domains;
    }
}
