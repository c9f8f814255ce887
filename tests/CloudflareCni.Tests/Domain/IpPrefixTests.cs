using System;
using System.Net;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class IpPrefixTests
{
    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0", 0, "0.0.0.0/0")]
    [InlineData("255.255.255.255/0", "255.255.255.255", 0, "0.0.0.0/0")]
    [InlineData("255.255.255.255/32", "255.255.255.255", 32, "255.255.255.255/32")]
    [InlineData("192.168.3.5/31", "192.168.3.5", 31, "192.168.3.4/31")]
    [InlineData("10.1.2.3/8", "10.1.2.3", 8, "10.0.0.0/8")]
    [InlineData("100.127.255.254/12", "100.127.255.254", 12, "100.112.0.0/12")]
    [InlineData("200.200.200.200/1", "200.200.200.200", 1, "128.0.0.0/1")]
    public void A_prefix_has_an_address_a_length_and_a_network(string text, string address, int length, string network)
    {
        IpPrefix prefix = IpPrefix.Parse(Refusal.Parameter, text);

        Assert.Equal(IPAddress.Parse(address), prefix.Address);
        Assert.Equal(length, prefix.Length);
        Assert.Equal(network, prefix.Network.ToString());
        Assert.Equal(text, prefix.ToString());
    }

    [Theory]
    [InlineData(null, "An empty string isn't an IPv4 prefix")]
    [InlineData("", "An empty string isn't an IPv4 prefix")]
    [InlineData("abc", "'abc' isn't an IPv4 prefix")]
    [InlineData("/", "'/' isn't an IPv4 prefix")]
    [InlineData("/8", "'/8' isn't an IPv4 prefix")]
    [InlineData("10.0.0/8", "'10.0.0/8' isn't an IPv4 prefix")]
    [InlineData("10/8", "'10/8' isn't an IPv4 prefix")]
    [InlineData("1.2.3.4.5/8", "'1.2.3.4.5/8' isn't an IPv4 prefix")]
    [InlineData("10.0.0.1", "'10.0.0.1' has no prefix length")]
    [InlineData("10.0.0.1/", "The prefix length '' of '10.0.0.1/'")]
    [InlineData("10.0.0.1/33", "The prefix length '33'")]
    [InlineData("10.0.0.1/-1", "The prefix length '-1'")]
    [InlineData("10.0.0.1/+8", "The prefix length '+8'")]
    [InlineData("10.0.0.1/08", "The prefix length '08'")]
    [InlineData("10.0.0.1/0x8", "The prefix length '0x8'")]
    [InlineData("10.0.0.1/8/8", "The prefix length '8/8'")]
    [InlineData("10.0.0.1/4294967304", "The prefix length '4294967304'")]
    [InlineData("10.0.0.0/255.0.0.0", "The prefix length '255.0.0.0'")]
    [InlineData("10.0.0.1/٨", "The prefix length '٨'")]
    [InlineData("010.0.0.1/8", "'010' in '010.0.0.1/8'")]
    [InlineData("10.00.0.1/8", "'00' in '10.00.0.1/8'")]
    [InlineData("10.256.0.1/8", "'256' in")]
    [InlineData("10.-1.0.1/8", "'-1' in")]
    [InlineData("10..0.1/8", "'' in")]
    [InlineData("0x0a.0.0.1/8", "'0x0a' in")]
    [InlineData("١0.0.0.1/8", "'١0' in")]
    [InlineData("4294967306.0.0.1/8", "'4294967306' in")]
    [InlineData(" 10.0.0.1/8", "contains white space")]
    [InlineData("10.0.0.1/8 ", "contains white space")]
    [InlineData("10.0.0.1 /8", "contains white space")]
    [InlineData("10.0.0.1/8\n", @"'10.0.0.1/8\u000A' contains white space")]
    [InlineData("10.0.0.1/8\u00a0", "contains white space")]
    [InlineData("10.0.0.\a1/8", @"'\u00071' in '10.0.0.\u00071/8'")]
    [InlineData("10.0.0.1\0/8", @"'1\u0000' in")] // .NET's own parser accepts this
    [InlineData("10.0.0.1/8\0", @"The prefix length '8\u0000'")]
    [InlineData("2001:db8::/32", "'2001:db8::/32' is an IPv6 address, but the CNI API accepts only IPv4 here")]
    [InlineData("2001:db8::1", "is an IPv6 address")]
    [InlineData("::ffff:10.0.0.1/96", "is an IPv6 address")]
    [InlineData("10.0.0.1:80/8", "'1:80' in")]
    public void The_error_for_an_invalid_prefix_gives_the_reason_and_the_right_form(string? text, string reason)
    {
        string message = Refusal.Of(() => IpPrefix.Parse(Refusal.Parameter, text));

        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Contains("A.B.C.D/N", message, StringComparison.Ordinal);
        Assert.False(IpPrefix.TryParse(text, out IpPrefix prefix));
        Assert.Equal(default, prefix);
    }

    [Fact]
    public void A_long_text_is_shortened_in_the_message() =>
        Assert.Contains("xxx...'", Refusal.Of(() => IpPrefix.Parse(Refusal.Parameter, new string('x', 100_000))), StringComparison.Ordinal);

    [Fact]
    public void Shortening_does_not_split_a_character() =>
        Assert.Contains("y...'", Refusal.Of(() => IpPrefix.Parse(Refusal.Parameter, new string('y', 63) + "😀" + new string('y', 63))), StringComparison.Ordinal);

    [Fact]
    public void Networks_are_the_same_as_those_of_NET()
    {
        var random = new Random(20260707);
        for (int i = 0; i < 20_000; i++)
        {
            (IPAddress address, IpPrefix prefix) = PrefixOf(RandomBytes(random), random.Next(33));
            IPNetwork network = IPNetwork.Parse(prefix.Network.ToString());
            byte[] otherBytes = address.GetAddressBytes();
            otherBytes[random.Next(4)] ^= (byte)(1 << random.Next(8));
            (IPAddress other, IpPrefix otherPrefix) = PrefixOf(otherBytes, prefix.Length);

            Assert.Equal(address, prefix.Address);
            Assert.True(network.Contains(address), $"{network} and {prefix}");
            Assert.Equal(network.BaseAddress, prefix.Network.Address);
            Assert.Equal(network.BaseAddress.Equals(address), prefix.IsNetworkAddress);
            Assert.Equal(network.Contains(other), prefix.SameNetwork(otherPrefix));
            Assert.Equal(IsLast(network, address), prefix.IsBroadcastAddress);
        }
    }

    [Fact]
    public void The_same_address_with_another_length_is_another_network() =>
        Assert.False(IpPrefix.Parse("x", "10.0.0.0/31").SameNetwork(IpPrefix.Parse("x", "10.0.0.1/30")));

    [Fact]
    public void Equal_text_is_an_equal_prefix()
    {
        Assert.Equal(IpPrefix.Parse("x", "10.0.0.1/31"), IpPrefix.Parse("x", "10.0.0.1/31"));
        Assert.NotEqual(IpPrefix.Parse("x", "10.0.0.1/31"), IpPrefix.Parse("x", "10.0.0.0/31"));
        Assert.NotEqual(IpPrefix.Parse("x", "10.0.0.1/31"), IpPrefix.Parse("x", "10.0.0.1/30"));
    }

    private static (IPAddress Address, IpPrefix Prefix) PrefixOf(byte[] bytes, int length)
    {
        var address = new IPAddress(bytes);
        return (address, IpPrefix.Parse(Refusal.Parameter, $"{address}/{length}"));
    }

    private static byte[] RandomBytes(Random random)
    {
        byte[] bytes = new byte[4];
        random.NextBytes(bytes);
        return bytes;
    }

    // The last address of a network is in the network, and the next one isn't.
    private static bool IsLast(IPNetwork network, IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        for (int i = 3; i >= 0 && ++bytes[i] == 0; i--)
        {
        }

        var behind = new IPAddress(bytes);
        return behind.Equals(IPAddress.Any) || !network.Contains(behind);
    }
}
