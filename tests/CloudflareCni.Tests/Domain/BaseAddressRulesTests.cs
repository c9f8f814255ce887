using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class BaseAddressRulesTests
{
    [Theory]
    [InlineData("https://api.cloudflare.com/client/v4", "https://api.cloudflare.com/client/v4")]
    [InlineData("https://api.cloudflare.com/client/v4/", "https://api.cloudflare.com/client/v4")]
    [InlineData("HTTPS://API.Cloudflare.com:443/client/v4//", "https://api.cloudflare.com/client/v4")]
    [InlineData("https://proxy.example:8443/cf@eu/", "https://proxy.example:8443/cf@eu")]
    [InlineData("https://proxy.example/a%20b", "https://proxy.example/a%20b")]
    [InlineData("https://proxy.example/a/../b", "https://proxy.example/b")]
    [InlineData("https://proxy.example", "https://proxy.example/")]
    [InlineData("http://localhost:8080/client/v4", "http://localhost:8080/client/v4")]
    [InlineData("http://LOCALHOST", "http://localhost/")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://127.9.8.7/", "http://127.9.8.7/")]
    [InlineData("http://[::1]:5000/v4", "http://[::1]:5000/v4")]
    public void A_valid_base_address_is_normalized(string text, string canonical) => Assert.Equal(canonical, BaseAddressRules.Check(Refusal.Parameter, text).AbsoluteUri);

    [Theory]
    [InlineData(null, "is blank")]
    [InlineData(" ", "is blank")]
    [InlineData("api.cloudflare.com", "'api.cloudflare.com' isn't an absolute http or https address")]
    [InlineData("/client/v4", "isn't an absolute")]
    [InlineData("C:\\client", "isn't an absolute")]
    [InlineData("ftp://api.cloudflare.com", "isn't an absolute http or https")]
    [InlineData("file:///etc/passwd", "isn't an absolute http or https")]
    [InlineData("https://", "isn't an absolute")]
    [InlineData("https:///client", "isn't an absolute")]
    [InlineData("https://host:99999/", "isn't an absolute")]
    [InlineData("\nhttps://host/", "isn't an absolute")]
    [InlineData("https://host/a\nb", @"'https://host/a\u000Ab' isn't an absolute")]
    [InlineData("https://host/v4?x=1", "has a query or a fragment")]
    [InlineData("https://host/v4?", "has a query or a fragment")]
    [InlineData("https://host/v4#x", "has a query or a fragment")]
    [InlineData("http://api.cloudflare.com/client/v4", "uses http")]
    [InlineData("http://localhost.example", "uses http")]
    [InlineData("http://127.0.0.1.example", "uses http")]
    [InlineData("http://128.0.0.1", "uses http")]
    [InlineData("http://[::2]", "uses http")]
    [InlineData("http://10.0.0.1", "uses http")]
    public void An_invalid_base_address_is_rejected(string? text, string reason) =>
        Assert.Contains(reason, Refusal.Of(() => BaseAddressRules.Check(Refusal.Parameter, text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://user:hunter2@host/v4")]
    [InlineData("https://hunter2@host/v4")]
    [InlineData("http://user:hunter2@localhost/v4")]
    [InlineData("http://user:hunter2@host/v4")]
    [InlineData("ftp://user:hunter2@host/v4")]
    [InlineData("https://user:hunter2@ho st/v4")]
    [InlineData("https://user:hunter2@:99999/v4")]
    [InlineData("https://user:hunter2%40host/v4")]
    [InlineData("user:hunter2@host")]
    [InlineData("@hunter2")]
    [InlineData("?hunter2")]
    [InlineData("%40hunter2")]
    [InlineData("host/v4?key=hunter2")]
    [InlineData("hunter2%40host/v4")]
    [InlineData("https://user:hunter2@host/v4\n")]
    [InlineData("https://host/v4?key=hunter2")]
    [InlineData("http://host/v4?key=hunter2")]
    public void No_message_repeats_user_information_or_a_query(string text) =>
        Assert.DoesNotContain("hunter2", Refusal.Of(() => BaseAddressRules.Check(Refusal.Parameter, text)), StringComparison.Ordinal);

    [Theory]
    [InlineData(" ")]
    [InlineData("api.cloudflare.com")]
    [InlineData("https://host/v4?x=1")]
    public void The_message_shows_a_valid_address(string text) =>
        Assert.Contains("https://api.cloudflare.com/client/v4", Refusal.Of(() => BaseAddressRules.Check(Refusal.Parameter, text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("user@host")]
    [InlineData("host?x=1")]
    public void A_message_that_cannot_name_the_address_is_still_a_sentence(string text) =>
        Assert.StartsWith("The base address isn't an absolute http or https address.", Refusal.Of(() => BaseAddressRules.Check(Refusal.Parameter, text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://user:hunter2@host.example/v4", "host.example", "Connect-Cni")]
    [InlineData("https://host.example/v4?x=1", "host.example", "query")]
    [InlineData("http://host.example/v4", "host.example", "Use https")]
    public void The_message_says_which_address_and_what_to_do(string text, string host, string advice)
    {
        string message = Refusal.Of(() => BaseAddressRules.Check(Refusal.Parameter, text));
        Assert.Contains(host, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.OrdinalIgnoreCase);
    }
}
