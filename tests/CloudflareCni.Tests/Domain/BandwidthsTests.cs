using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class BandwidthsTests
{
    [Fact]
    public void The_twelve_bandwidths_of_the_API_are_listed() =>
        Assert.Equal("50M 100M 200M 300M 400M 500M 1G 2G 5G 10G 20G 50G", string.Join(' ', Bandwidths.All));

    [Fact]
    public void Case_does_not_matter()
    {
        foreach (string bandwidth in Bandwidths.All)
        {
            Assert.Equal(bandwidth, Bandwidths.Check(Refusal.Parameter, bandwidth));
            Assert.Equal(bandwidth, Bandwidths.Check(Refusal.Parameter, bandwidth.ToLowerInvariant()));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1 G")]
    [InlineData("100G")]
    [InlineData("1Gbps")]
    public void The_error_for_another_bandwidth_lists_the_valid_ones(string? text)
    {
        string message = Refusal.Of(() => Bandwidths.Check(Refusal.Parameter, text));

        Assert.StartsWith($"'{text}' isn't a bandwidth", message, StringComparison.Ordinal);
        Assert.Contains("50M, 100M", message, StringComparison.Ordinal);
    }
}
