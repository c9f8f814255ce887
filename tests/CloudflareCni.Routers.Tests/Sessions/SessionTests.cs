using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Routers.Tests.Lab;
using Xunit;

namespace CloudflareCni.Routers.Tests.Sessions;

/// <summary>Tests real routers with the module's configurations, against a substitute for Cloudflare's end, in network namespaces.</summary>
public class SessionTests
{
    public static TheoryData<CniRouterPlatform> Platforms => [CniRouterPlatform.Frr, CniRouterPlatform.Bird, CniRouterPlatform.OpenBgpd];

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_session_with_MD5_exchanges_exactly_the_specified_routes_and_packets_of_1500_bytes(CniRouterPlatform platform)
    {
        using Customer customer = Up(platform, new CniRouterOptions { AdvertisePrefixes = [Customer.Own], RoutePriority = 50 });
        CloudflareEnd end = customer.Ends[0];

        Same(["0.0.0.0/0"], () => customer.Router.Learned(end.Address), customer);
        Same([Customer.Own], () => end.Learned, customer);
        Assert.Equal([Customer.Own], customer.Router.Advertised(end.Address));
        Assert.Equal(["13335,60050"], end.Communities);

        Eventually.True("1500 bytes go to Cloudflare's end", () => customer.Network.CanPing(end.Address, 1500));
        Assert.False(customer.Network.CanPing(end.Address, 1501));
        Eventually.True("1500 bytes come from Cloudflare's end", () => end.Network.CanPing(end.CustomerAddress, 1500));

        if (customer.Router.SetsKernelRoutes)
        {
            Eventually.True("the kernel has the default route", () => customer.Network.Routes("default").Contains(end.Address, StringComparison.Ordinal));
            Assert.DoesNotContain("10.9", customer.Network.Routes(), StringComparison.Ordinal);
            Eventually.True("a host behind Cloudflare's end responds", () => customer.Network.CanPing(CloudflareEnd.Service, 1500, Customer.Host));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void The_prefixes_in_ImportPrefix_are_accepted_and_with_AllowAsIn_also_routes_with_the_customers_own_AS(CniRouterPlatform platform)
    {
        using Customer customer = Up(platform, new CniRouterOptions { ImportPrefixes = ["10.98.0.0/16", "10.99.0.0/16"], AllowAsIn = true });

        Same(["10.98.0.0/16", "10.99.0.0/16"], () => customer.Router.Learned(customer.Ends[0].Address), customer);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Without_AllowAsIn_routes_with_the_customers_own_AS_are_rejected_and_without_AdvertisePrefix_nothing_is_advertised(CniRouterPlatform platform)
    {
        using Customer customer = Up(platform, new CniRouterOptions { ImportPrefixes = CloudflareEnd.Advertised });

        Same(["0.0.0.0/0", "10.98.0.0/16"], () => customer.Router.Learned(customer.Ends[0].Address), customer);
        Assert.Empty(customer.Router.Advertised(customer.Ends[0].Address));
        Assert.Empty(customer.Ends[0].Learned);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void In_the_mode_advertise_only_nothing_is_advertised(CniRouterPlatform platform)
    {
        Requirements.Sessions(platform, CniRouterPlatform.Bird);
        using Customer customer = new Customer(platform).Connect(
            new CniRouterOptions { AdvertisePrefixes = [Customer.Own] }, Links.Key, Links.Cni(mode: "advertise_only"));
        customer.WaitForSession();

        Same(["0.0.0.0/0"], () => customer.Router.Learned(customer.Ends[0].Address), customer);
        Assert.Empty(customer.Router.Advertised(customer.Ends[0].Address));
        Assert.Empty(customer.Ends[0].Learned);
    }

    private static Customer Up(CniRouterPlatform platform, CniRouterOptions options)
    {
        Requirements.Sessions(platform, CniRouterPlatform.Bird);
        Customer customer = new Customer(platform).Connect(options, Links.Key, Links.Cni());
        try
        {
            customer.WaitForSession();
            return customer;
        }
        catch
        {
            customer.Dispose();
            throw;
        }
    }

    private static void Same(IReadOnlyList<string> expected, Func<IReadOnlyList<string>> actual, Customer customer)
    {
        Eventually.True(
            $"routes are {string.Join(", ", expected)}",
            () => actual().SequenceEqual(expected),
            () => $"They are {string.Join(", ", actual())}.\n{customer.Router.Explain()}\n{customer.Ends[0].Explain()}");
    }
}
