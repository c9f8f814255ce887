using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Sandbox.World;

/// <summary>A data center with slots.</summary>
/// <param name="Site">Cloudflare's name for the site, such as fra03.</param>
/// <param name="Name">The data center's own name.</param>
/// <param name="ShortName">The part of the name that appears in the names of interconnects.</param>
/// <param name="Address">The postal address, line by line.</param>
internal sealed record Facility(string Site, string Name, string ShortName, IReadOnlyList<string> Address)
{
    public static readonly IReadOnlyList<Facility> All =
    [
        new("fra03", "Equinix FR5", "fr5", ["Kleyerstraße 88-90", "60326 Frankfurt am Main", "Germany"]),
        new("ams07", "Equinix AM5", "am5", ["Schepenbergweg 42", "1105 AT Amsterdam", "The Netherlands"]),
        new("iad02", "Equinix DC2", "dc2", ["21715 Filigree Court", "Ashburn, VA 20147", "United States"]),
        new("lhr09", "Telehouse North 2", "thn2", ["Coriander Avenue", "London E14 2AA", "United Kingdom"]),
        new("sin04", "Equinix SG1", "sg1", ["20 Ayer Rajah Crescent", "#05-01 Ayer Rajah Industrial Park", "Singapore 139964"]),
        new("nrt08", "Equinix TY2", "ty2", ["3-8-21 Higashi-Shinagawa", "Shinagawa-ku, Tokyo 140-0002", "Japan"]),
        new("sjc04", "Equinix SV1", "sv1", ["11 Great Oaks Boulevard", "San Jose, CA 95119", "United States"]),
        new("dfw07", "Equinix DA1", "da1", ["1950 North Stemmons Freeway", "Dallas, TX 75207", "United States"]),
        new("gru06", "Equinix SP3", "sp3", ["Avenida Marcos Penteado de Ulhôa Rodrigues 249", "Santana de Parnaíba, SP 06543-001", "Brazil"]),
        new("cdg02", "Telehouse Paris Voltaire", "th2", ["137 boulevard Voltaire", "75011 Paris", "France"]),
    ];

    /// <summary>The data center of a slot in a copied account that the configuration file doesn't describe.</summary>
    public static readonly Facility Unknown = new("", "", "", []);

    /// <summary>Gets the site as it appears in device names: fra3 for fra03.</summary>
    public string DeviceSuffix => Site.Substring(0, 3) + Site.Substring(3).TrimStart('0');

    /// <summary>Returns whether a line of the address contains the text.</summary>
    public bool AddressContains(string text) => Address.Any(line => line.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0);
}
