using CloudflareCni.Routers.Tests.Lab;
using Xunit;

namespace CloudflareCni.Routers.Tests.Sessions;

/// <summary>Tests MD5 keys between the module's configurations and a substitute for Cloudflare's end.</summary>
public class KeyTests
{
    public static TheoryData<CniRouterPlatform, string> HostileKeys => new()
    {
        { CniRouterPlatform.Frr, "a#b$c!d;{e}[f]<g>|h`i\\j%k^l&m'n" },
        { CniRouterPlatform.Frr, "!begins-like-a-comment" },
        { CniRouterPlatform.Frr, "#begins-like-a-comment" },
        { CniRouterPlatform.Frr, new string('x', 80) },
        { CniRouterPlatform.Bird, " a b#c$d!e;{f}[g]<h>|i`j\\k%l'm " },
        { CniRouterPlatform.Bird, new string('x', 80) },
        { CniRouterPlatform.OpenBgpd, " a b#c$d!e;{f}[g]<h>|i`j\\k%l'm\\ n " },
        { CniRouterPlatform.OpenBgpd, new string('x', 79) },
    };

    [Theory]
    [MemberData(nameof(HostileKeys))]
    public void A_key_that_looks_like_syntax_is_the_key(CniRouterPlatform platform, string key)
    {
        Requirements.Sessions(platform, CniRouterPlatform.Bird);
        using Customer customer = new Customer(platform).Connect(new CniRouterOptions(), key, Links.Cni(key: key));

        customer.WaitForSession();
    }

    [Theory]
    [MemberData(nameof(SessionTests.Platforms), MemberType = typeof(SessionTests))]
    public void A_wrong_key_keeps_the_session_down(CniRouterPlatform platform)
    {
        Requirements.Sessions(platform, CniRouterPlatform.Bird);
        using Customer customer = new Customer(platform).Connect(new CniRouterOptions(), "another-key", Links.Cni());
        CloudflareEnd end = customer.Ends[0];

        // This doesn't rely on a delay: both ends have tried, and the kernel has dropped their segments.
        Eventually.True(
            "wrong hashes were dropped",
            () => end.Network.Md5Failures() + customer.Network.Md5Failures() >= 5,
            () => $"{customer.Router.Explain()}\n{end.Explain()}");

        Assert.False(customer.Router.IsEstablished(end.Address));
        Assert.False(end.IsEstablished);
        Assert.Empty(customer.Router.Learned(end.Address));
    }
}
