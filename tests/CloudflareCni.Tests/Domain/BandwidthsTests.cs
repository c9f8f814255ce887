using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class BandwidthsTests
{
    [Fact]
    public void There_are_the_APIs_twelve() =>
        Assert.Equal("50M 100M 200M 300M 400M 500M 1G 2G 5G 10G 20G 50G", string.Join(' ', Bandwidths.All));

    [Fact]
    public void Upper_and_lower_case_are_one()
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
    public void Another_is_refused_with_the_list(string? text)
    {
        string message = Refusal.Of(() => Bandwidths.Check(Refusal.Parameter, text));

        Assert.StartsWith($"'{text}' is no bandwidth", message, StringComparison.Ordinal);
        Assert.Contains("50M, 100M", message, StringComparison.Ordinal);
    }
}
