using System;
using System.Net;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class CniProxyTests
{
    public static TheoryData<Uri?, NetworkCredential?, bool> InvalidProxies() => new()
    {
        { null, new NetworkCredential("user", "hunter2"), false },
        { null, null, true },
        { new Uri("http://proxy.example"), new NetworkCredential("user", "hunter2"), true },
        { new Uri("http://user:hunter2@proxy.example"), new NetworkCredential("user", "hunter2"), false },
        { new Uri("http://user:hunter2@proxy.example"), null, true },
    };

    [Theory]
    [MemberData(nameof(InvalidProxies))]
    public void A_proxy_credential_needs_a_proxy_and_is_given_once(Uri? proxy, NetworkCredential? credential, bool useDefaultCredentials)
    {
        string message = Refusal.Of(() => CniProxy.Read(proxy, credential, useDefaultCredentials), proxy is null ? "Proxy" : "ProxyCredential");

        Assert.Equal(
            proxy is null
                ? "-ProxyCredential and -ProxyUseDefaultCredentials require the proxy's address. Use -Proxy to specify it."
                : "The proxy credential is specified more than once. Use only one of -ProxyCredential, -ProxyUseDefaultCredentials, or a user name and password in -Proxy.",
            message);
    }

    [Fact]
    public void A_proxy_has_the_credential_that_was_given_in_any_way()
    {
        Assert.Null(CniProxy.Read(null));
        Assert.Equal("user", (CniProxy.Read(new Uri("http://user:p@proxy.example"))!.ToWebProxy().Credentials as NetworkCredential)?.UserName);
        Assert.Equal("other", (CniProxy.Read(new Uri("http://proxy.example"), new NetworkCredential("other", "p"))!.ToWebProxy().Credentials as NetworkCredential)?.UserName);
        Assert.True(CniProxy.Read(new Uri("http://proxy.example"), useDefaultCredentials: true)!.ToWebProxy().UseDefaultCredentials);
        Assert.False(CniProxy.Read(new Uri("http://proxy.example"))!.ToWebProxy().UseDefaultCredentials);
    }
}
