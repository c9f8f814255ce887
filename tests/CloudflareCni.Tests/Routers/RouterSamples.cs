using System;
using System.Collections.Generic;
using CloudflareCni.Routers;

namespace CloudflareCni.Tests.Routers;

/// <summary>CNIs, and the router configurations for them.</summary>
internal static class RouterSamples
{
    public const string Account = "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20";
    public const string Key = "CniLab-2026-x7Qz";

    public static readonly CniInterconnect Physical = new(
        "fra03-fr5-18", Account, "direct", "FRA03", new CniFacility("Equinix FR5", []), new Guid("3f0c2a5e-0000-4000-8000-000000000001"));

    public static readonly CniInterconnect GcpPartner = new("gcp-us-east4-8", Account, "gcp_partner", region: "us-east4");

    public static readonly CniBgp Session = new(64512, ["0.0.0.0/0"], Key);

    public static Cni Cni(
        string conduitName = "lab1",
        string description = "",
        string interconnect = "fra03-fr5-18",
        string account = Account,
        int mtu = 1500,
        CniBgp? bgp = null,
        string? mode = "dynamic_route_exchange",
        string custIp = "172.24.0.16/31",
        string p2pIp = "172.24.0.17/31",
        Guid? id = null) =>
        new(id ?? new Guid("95438b29-4588-42a7-b0a4-9aba192dd613"), account, interconnect, custIp, p2pIp, new CniMagicSettings(conduitName, description, mtu), bgp, mode);

    public static CniRouterConfiguration Create(
        Cni cni, CniRouterPlatform platform, CniRouterOptions? options = null, long? defaultAsn = 13335, CniInterconnect? interconnect = null) =>
        RouterConfigurator.Create(cni, interconnect ?? Physical, new CniSettings(defaultAsn, origin: null), platform, options ?? new CniRouterOptions());

    /// <summary>Returns the lines of a text that aren't comments.</summary>
    public static IReadOnlyList<string> Statements(CniRouterConfiguration configuration)
    {
        var statements = new List<string>();
        foreach (string line in configuration.Text.Split('\n'))
        {
            string statement = line.Trim();
            if (statement.Length > 0 && statement[0] is not ('!' or '#'))
            {
                statements.Add(statement);
            }
        }

        return statements;
    }
}
