using System;
using System.Linq;
using CloudflareCni.Routers.Tests.Lab;
using Xunit;

namespace CloudflareCni.Routers.Tests.Sessions;

/// <summary>Tests two CNIs on one router, one of which fails.</summary>
public class LinkLossTests
{
    [Theory]
    [InlineData(CniRouterPlatform.Frr)]
    [InlineData(CniRouterPlatform.Bird)]
    public void Two_links_share_the_load_and_survive_the_loss_of_one(CniRouterPlatform platform)
    {
        Requirements.Sessions(platform, CniRouterPlatform.Bird);
        using Customer customer = new Customer(platform).Connect(
            new CniRouterOptions { AdvertisePrefixes = [Customer.Own] }, Links.Key, Links.Cni(0), Links.Cni(1));
        customer.WaitForSession(0);
        customer.WaitForSession(1);
        CloudflareEnd stays = customer.Ends[0];
        CloudflareEnd goes = customer.Ends[1];

        Eventually.True(
            "the default route has both links",
            () => customer.Network.Routes("default") is { } routes
                && routes.Contains($"nexthop via {stays.Address}", StringComparison.Ordinal) && routes.Contains($"nexthop via {goes.Address}", StringComparison.Ordinal),
            () => customer.Network.Routes() + customer.Router.Explain());

        goes.Network.Must("link", "set", "link0", "down");

        Eventually.True(
            "the default route has the remaining link",
            () => customer.Network.Routes("default") is { } routes
                && routes.Contains($"via {stays.Address}", StringComparison.Ordinal) && !routes.Contains(goes.Address, StringComparison.Ordinal),
            () => customer.Network.Routes() + customer.Router.Explain());
        Eventually.True("a host behind Cloudflare's end responds", () => customer.Network.CanPing(CloudflareEnd.Service, 1500, Customer.Host));
        Assert.True(customer.Router.IsEstablished(stays.Address));
    }

    [Fact]
    public void Two_links_of_OpenBGPD_survive_the_loss_of_one()
    {
        const CniRouterPlatform Platform = CniRouterPlatform.OpenBgpd;
        Requirements.Sessions(Platform, CniRouterPlatform.Bird);
        using Customer customer = new Customer(Platform).Connect(
            new CniRouterOptions { AdvertisePrefixes = [Customer.Own], HoldTimeSec = 9 }, Links.Key, Links.Cni(0), Links.Cni(1));
        customer.WaitForSession(0);
        customer.WaitForSession(1);
        CloudflareEnd stays = customer.Ends[0];
        CloudflareEnd goes = customer.Ends[1];
        Eventually.True("both links have the default route", () => customer.Ends.All(end => customer.Router.Learned(end.Address).Count == 1), customer.Router.Explain);

        goes.Network.Must("link", "set", "link0", "down");

        Eventually.True("the lost link has no route", () => customer.Router.Learned(goes.Address).Count == 0, customer.Router.Explain);
        Assert.Equal(["0.0.0.0/0"], customer.Router.Learned(stays.Address));
        Assert.Equal([Customer.Own], stays.Learned);
    }
}
