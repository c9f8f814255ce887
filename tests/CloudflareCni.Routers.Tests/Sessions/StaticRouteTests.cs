using System;
using System.Linq;
using CloudflareCni.Routers.Tests.Lab;
using Xunit;

namespace CloudflareCni.Routers.Tests.Sessions;

/// <summary>Tests CNIs without BGP.</summary>
public class StaticRouteTests
{
    private static readonly string[] Prefixes = ["1.1.1.0/24", "10.20.0.0/16"];

    [Theory]
    [InlineData(CniRouterPlatform.Frr)]
    [InlineData(CniRouterPlatform.Bird)]
    public void Without_BGP_static_routes_lead_to_Cloudflare(CniRouterPlatform platform)
    {
        Requirements.Sessions(platform, CniRouterPlatform.Bird);
        using Customer customer = new Customer(platform).Connect(
            new CniRouterOptions { StaticPrefixes = Prefixes }, cloudflareKey: null, Links.Cni(bgp: false, mtu: 1476));
        CloudflareEnd end = customer.Ends[0];
        end.Network.Must("route", "add", Customer.Own, "via", end.CustomerAddress);

        Eventually.True(
            "the routes are in the kernel",
            () => Prefixes.All(prefix => customer.Network.Routes("exact", prefix).Contains($"via {end.Address}", StringComparison.Ordinal)),
            () => customer.Network.Routes() + customer.Network.Log());
        Eventually.True("a host behind Cloudflare's end responds", () => customer.Network.CanPing(CloudflareEnd.Service, 1476, Customer.Host));

        // Dataplane v1 sends 1500 bytes, although it accepts only 1476.
        Eventually.True("Cloudflare's end reaches the customer's", () => end.Network.CanPing(end.CustomerAddress, 1500));
    }
}
