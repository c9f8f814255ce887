using System;
using System.Net;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class ProxyRulesTests
{
    [Theory]
    [InlineData("http://proxy.example.com:8080", "http://proxy.example.com:8080/", null, null)]
    [InlineData("https://proxy.example.com", "https://proxy.example.com/", null, null)]
    [InlineData("socks5://proxy.example.com:1080", "socks5://proxy.example.com:1080/", null, null)]
    [InlineData("http://[2001:db8::1]:3128/", "http://[2001:db8::1]:3128/", null, null)]
    [InlineData("http://user@proxy.example.com", "http://proxy.example.com/", "user", "")]
    [InlineData("http://user:hunter2@proxy.example.com:8080", "http://proxy.example.com:8080/", "user", "hunter2")]
    [InlineData("http://us%40er:hun%3Ater%2F2@proxy.example.com", "http://proxy.example.com/", "us@er", "hun:ter/2")]
    [InlineData("http://:hunter2@proxy.example.com", "http://proxy.example.com/", "", "hunter2")]
    [InlineData("http://user:hunter:2@proxy.example.com", "http://proxy.example.com/", "user", "hunter:2")]
    public void The_user_name_and_password_are_removed_from_the_address(string proxy, string address, string? user, string? password)
    {
        (Uri found, NetworkCredential? credential) = ProxyRules.Check(Refusal.Parameter, new Uri(proxy));

        Assert.Equal(new Uri(address), found);
        Assert.Empty(found.UserInfo);
        Assert.DoesNotContain("hunter", found.OriginalString, StringComparison.Ordinal);
        Assert.Equal((user, password), (credential?.UserName, credential?.Password));
    }

    [Theory]
    [InlineData("proxy.example.com")]
    [InlineData("user:hunter2@proxy.example.com:8080")]
    [InlineData("proxy.example.com:8080")]
    [InlineData("ftp://user:hunter2@proxy.example.com")]
    [InlineData("file:///hunter2")]
    [InlineData("http://user:1/hunter2@proxy.example.com")]
    [InlineData("http://user:1?hunter2@proxy.example.com")]
    [InlineData("http://user:1#hunter2@proxy.example.com")]
    [InlineData("http://proxy.example.com/hunter2")]
    public void An_invalid_address_is_rejected_and_not_repeated(string proxy)
    {
        string message = Refusal.Of(() => ProxyRules.Check(Refusal.Parameter, new Uri(proxy, UriKind.RelativeOrAbsolute)));

        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("http://LOCALHOST:8080/path", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://127.9.8.7", true)]
    [InlineData("http://[::1]", true)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("http://localhost.example.com", false)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("https://api.cloudflare.com", false)]
    public void Loopback_is_only_this_computer(string address, bool isLoopback) => Assert.Equal(isLoopback, BaseAddressRules.IsLoopback(new Uri(address)));
}
