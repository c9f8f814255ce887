using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class PollPaceTests
{
    [Theory]
    [InlineData(1, 0, 15)]
    [InlineData(1, 300, 15)]
    [InlineData(1, 599, 29)]
    [InlineData(1, 600, 30)]
    [InlineData(1, 1200, 60)]
    [InlineData(1, 86400, 60)]
    public void Checks_become_rarer_the_longer_the_wait(int count, int waited, int expected) => Assert.Equal(expected, Next(count, waited, null));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(86400, 5)]
    [InlineData(86400, 3600)]
    public void A_specified_time_stays_the_same(int waited, int specified) => Assert.Equal(specified, Next(1, waited, specified));

    [Theory]
    [InlineData(15, null, 15)]
    [InlineData(100, null, 100)]
    [InlineData(100, 1, 100)]
    [InlineData(100, 300, 300)]
    [InlineData(5000, null, 5000)]
    public void Many_interconnects_use_at_most_a_quarter_of_the_request_limit(int count, int? specified, int expected)
    {
        Assert.Equal(expected, Next(count, 0, specified));
        Assert.InRange(count * 300.0 / expected, 0, 1200 / 4);
    }

    private static double Next(int count, int waited, int? specified) => PollPace.Next(count, TimeSpan.FromSeconds(waited), specified).TotalSeconds;
}
