using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareCni.Routers.Tests;

/// <summary>CNIs as the API returns them, and the module's router configurations for them.</summary>
internal static class Links
{
    public const string Key = "CniLab-2026-x7Qz";
    public const long CustomerAsn = 64512;
    public const long CloudflareAsn = 13335;

    private static readonly CniInterconnect Physical = new(
        "fra03-fr5-18", "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20", "direct", "FRA03", new CniFacility("Equinix FR5", []), new Guid("3f0c2a5e-0000-4000-8000-000000000001"));

    /// <summary>Returns the nth CNI: 172.24.0.16/31 is the customer's end of the first, 172.24.0.18/31 that of the second.</summary>
    public static Cni Cni(
        int number = 0,
        string? conduitName = null,
        string description = "",
        string? interconnect = null,
        int mtu = 1500,
        string? key = Key,
        IReadOnlyList<string>? extraPrefixes = null,
        bool bgp = true,
        string mode = "dynamic_route_exchange",
        Guid? id = null)
    {
        int host = 16 + (2 * number);
        return new Cni(
            id ?? new Guid(unchecked((int)0x95438b29) + number, 0x4588, 0x42a7, 0xb0, 0xa4, 0x9a, 0xba, 0x19, 0x2d, 0xd6, 0x13),
            "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20",
            interconnect ?? Physical.Name,
            $"{Address(host)}/31",
            $"{Address(host + 1)}/31",
            new CniMagicSettings(conduitName ?? string.Create(CultureInfo.InvariantCulture, $"lab{number + 1}"), description, mtu),
            bgp ? new CniBgp(CustomerAsn, extraPrefixes ?? ["0.0.0.0/0"], key) : null,
            mode);
    }

    public static CniRouterConfiguration Configuration(Cni cni, CniRouterPlatform platform, CniRouterOptions options) =>
        RouterConfigurator.Create(cni, Physical, new CniSettings(CloudflareAsn, origin: null), platform, options);

    public static string Text(Cni cni, CniRouterPlatform platform, CniRouterOptions options) => Configuration(cni, platform, options).Text;

    // 172.24.0.0 and up, as many as a test needs.
    private static string Address(int host) => string.Create(CultureInfo.InvariantCulture, $"172.{24 + (host >> 16)}.{(host >> 8) & 255}.{host & 255}");
}
