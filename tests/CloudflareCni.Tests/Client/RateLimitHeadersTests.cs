using System;
using System.Globalization;
using System.Net.Http;
using CloudflareCni.Client;
using CloudflareCni.Tests.Clock;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class RateLimitHeadersTests
{
    [Theory]
    [InlineData("\"default\";q=100;w=60", "100 in 60")]
    [InlineData("default; Q=100 ; W=60", "100 in 60")]
    [InlineData("w=60;q=100", "100 in 60")]
    [InlineData("\"default\";quota=5;q=100;w=60", "100 in 60")]
    [InlineData("\"burst\";q=10;w=1, \"default\";q=100;w=60", "100 in 60")]
    [InlineData("\"default\";q=100;w=60, \"burst\";q=10;w=1", "100 in 60")]
    [InlineData("\"default\";q=1;w=86400", "1 in 86400")]
    [InlineData("\"default\";q=1;w=86401", null)]
    [InlineData("\"default\";q=0;w=60", null)]
    [InlineData("\"default\";q=100", null)]
    [InlineData("\"default\";w=60", null)]
    [InlineData("\"default\";q=-1;w=60", null)]
    [InlineData("\"default\";q=1.5;w=60", null)]
    [InlineData("\"default\";q=;w=60", null)]
    [InlineData("\"default\";q=99999999999;w=60", null)]
    [InlineData("nothing", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_policy_with_the_longest_window_counts(string? header, string? policy) =>
        Assert.Equal(policy, RateLimitHeaders.Policy(Answer("Ratelimit-Policy", header)) is { } read ? $"{read.Quota} in {read.Window.TotalSeconds}" : null);

    [Theory]
    [InlineData("\"default\";r=50;t=30", "50 until 30")]
    [InlineData("\"default\";r=0;t=0", "0 until 0")]
    [InlineData("\"default\";r=50;t=30, \"burst\";r=2;t=1", "2 until 1")]
    [InlineData("\"burst\";r=2;t=1, \"default\";r=50;t=30", "2 until 1")]
    [InlineData("\"default\";r=50", null)]
    [InlineData("\"default\";t=30", null)]
    [InlineData("\"default\";r=50;t=86401", null)]
    [InlineData(null, null)]
    public void The_fewest_remaining_requests_count(string? header, string? remaining) =>
        Assert.Equal(remaining, RateLimitHeaders.Remaining(Answer("Ratelimit", header)) is { } read ? $"{read.Count} until {read.Reset.TotalSeconds}" : null);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("date+9", 9)]
    [InlineData("date-9", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void Retry_After_has_seconds_or_a_date_and_the_past_is_now(string? header, int? seconds)
    {
        var clock = new TestClock();
        string? written = header?.StartsWith("date", StringComparison.Ordinal) == true
            ? clock.GetUtcNow().AddSeconds(int.Parse(header[4..], CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture)
            : header;

        Assert.Equal(seconds, RateLimitHeaders.RetryAfter(Answer("Retry-After", written), clock)?.TotalSeconds);
    }

    private static HttpResponseMessage Answer(string name, string? value)
    {
        var answer = new HttpResponseMessage();
        if (value is not null)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }
}
