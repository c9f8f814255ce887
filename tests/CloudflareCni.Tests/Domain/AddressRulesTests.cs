using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("100.64.0.0/12")]
    [InlineData("100.96.0.0/12")]
    [InlineData("203.0.113.7/32")]
    [InlineData("192.0.2.6/31")]
    public void An_extra_prefix_is_a_network_address(string text) => Assert.Equal(text, PrefixRules.CheckExtraPrefix(Refusal.Parameter, text));

    [Theory]
    [InlineData("10.1.2.3/8", "10.1.2.3/8 isn't a network address. Did you mean 10.0.0.0/8?")]
    [InlineData("192.0.2.1/31", "192.0.2.1/31 isn't a network address. Did you mean 192.0.2.0/31?")]
    [InlineData("1.1.1.1/0", "Did you mean 0.0.0.0/0?")]
    [InlineData("2001:db8::/32", "is an IPv6 address")]
    [InlineData("", "isn't an IPv4 prefix")]
    public void An_invalid_extra_prefix_is_rejected(string text, string reason) =>
        Assert.Contains(reason, Refusal.Of(() => PrefixRules.CheckExtraPrefix(Refusal.Parameter, text)), StringComparison.Ordinal);

    [Fact]
    public void Extra_prefixes_keep_their_order_and_their_duplicates() =>
        Assert.Equal(
            ["10.0.0.0/8", "0.0.0.0/0", "10.0.0.0/8"],
            PrefixRules.CheckExtraPrefixes(Refusal.Parameter, ["10.0.0.0/8", "0.0.0.0/0", "10.0.0.0/8"]));

    [Fact]
    public void Each_extra_prefix_is_checked() =>
        Assert.Contains("10.0.0.1/8", Refusal.Of(() => PrefixRules.CheckExtraPrefixes(Refusal.Parameter, ["10.0.0.0/8", "10.0.0.1/8"])), StringComparison.Ordinal);

    [Theory]
    [InlineData("192.168.3.4/31")]
    [InlineData("192.168.3.5/31")]
    [InlineData("10.0.0.1/30")]
    [InlineData("10.0.0.2/30")]
    [InlineData("10.0.0.254/24")]
    public void A_link_address_has_a_prefix_length(string text) =>
        Assert.Equal(text, PointToPointRules.Check(Refusal.Parameter, text).ToString());

    [Theory]
    [InlineData("10.0.0.1/32", "10.0.0.1/32 has room for only one address, but a point-to-point link needs two. Did you mean 10.0.0.1/31?")]
    [InlineData("10.0.0.0/30", "10.0.0.0/30 is the network address of 10.0.0.0/30")]
    [InlineData("10.0.0.7/30", "10.0.0.7/30 is the broadcast address of 10.0.0.4/30")]
    [InlineData("10.0.1.255/24", "is the broadcast address of 10.0.1.0/24")]
    [InlineData("10.0.0.1", "has no prefix length")]
    public void An_invalid_link_address_is_rejected(string text, string reason) =>
        Assert.Contains(reason, Refusal.Of(() => PointToPointRules.Check(Refusal.Parameter, text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("192.168.3.4/31", "192.168.3.5/31")]
    [InlineData("192.168.3.5/31", "192.168.3.4/31")]
    [InlineData("10.0.0.1/30", "10.0.0.2/30")]
    [InlineData("10.0.0.1/24", "10.0.0.254/24")]
    public void Two_addresses_in_the_same_prefix_are_a_link(string custIp, string p2pIp) =>
        PointToPointRules.CheckPair(Refusal.Parameter, IpPrefix.Parse("x", custIp), IpPrefix.Parse("x", p2pIp));

    [Theory]
    [InlineData("192.168.3.4/31", "192.168.3.4/31", "192.168.3.4/31 can't be both ends of the link")]
    [InlineData("192.168.3.5/31", "192.168.3.6/31", "CustIp 192.168.3.5/31 is in 192.168.3.4/31 and P2pIp 192.168.3.6/31 is in 192.168.3.6/31")]
    [InlineData("10.0.0.1/31", "10.0.0.2/30", "CustIp 10.0.0.1/31 and P2pIp 10.0.0.2/30 have different prefix lengths")]
    [InlineData("10.0.0.1/31", "10.0.0.1/30", "have different prefix lengths")]
    public void Two_other_addresses_are_rejected(string custIp, string p2pIp, string reason) =>
        Assert.Contains(
            reason,
            Refusal.Of(() => PointToPointRules.CheckPair(Refusal.Parameter, IpPrefix.Parse("x", custIp), IpPrefix.Parse("x", p2pIp))),
            StringComparison.Ordinal);

    [Fact]
    public void Only_a_prefix_length_other_than_31_gets_a_warning()
    {
        Assert.Null(PointToPointRules.Warn(IpPrefix.Parse("x", "10.0.0.1/31")));
        Assert.Contains("/30", PointToPointRules.Warn(IpPrefix.Parse("x", "10.0.0.1/30")), StringComparison.Ordinal);
    }
}
