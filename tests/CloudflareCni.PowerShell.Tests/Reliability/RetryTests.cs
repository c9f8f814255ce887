using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Clock;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>The output of retries and of the rate limit.</summary>
public sealed class RetryTests
{
    private const string Two = "$args | Get-CniSlot";

    [Fact]
    public void Each_retry_writes_a_verbose_line_with_cause_and_delay()
    {
        using var server = new ScriptedServer(request => request.Number <= 2 ? ScriptedAnswer.Failure(503, "busy") : ScriptedAnswer.Ok(Samples.SlotJson(7)));
        using Session session = server.Connect(options: "-MaximumRetryCount 3");
        session.UseClock();

        RunResult result = session.Must($"Get-CniSlot {Samples.SlotId} -Verbose");

        Assert.Single(result.Output);
        string[] lines = [.. result.Verbose.Where(line => line.Contains(": retry ", StringComparison.Ordinal))];
        Assert.Equal(2, lines.Length);
        Assert.Matches($@"/slots/{Samples.SlotId}: retry 1 of 3 in 0\.[3-7] s\. Cause: Cloudflare says: busy \(1234\) \(HTTP 503", lines[0]);
        Assert.Contains("retry 2 of 3", lines[1], StringComparison.Ordinal);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void A_wait_longer_than_MaximumRetryAfterSec_fails_immediately()
    {
        using ScriptedServer server = Refusing("6");
        using Session session = server.Connect(options: "-MaximumRetryAfterSec 5");

        Assert.Equal(["CniServerError"], session.Run($"Get-CniSlot {Samples.SlotId}").ErrorIds);
        Assert.Single(server.Requests);
    }

    /// <summary>Everything that makes a command wait: the connection options, and the first response.</summary>
    public static TheoryData<string, int, string, string> LongWaits => new()
    {
        { "-MaximumRetryAfterSec 60", 503, "Retry-After", "30" },
        { "-MaximumRetryAfterSec 60", 429, "Retry-After", "5" },
        { "-MaximumRetryAfterSec 300 -RequestLimit 1", 200, "X-Nothing", "of the server's" },
        { "-MaximumRetryAfterSec 60 -RequestLimit 100", 200, "Ratelimit", "\"default\";r=0;t=40" },
        { "-MaximumRetryAfterSec 60 -RequestLimit 100", 200, "Ratelimit-Policy", "\"default\";q=1;w=50" },
    };

    [Theory]
    [MemberData(nameof(LongWaits))]
    public void A_long_wait_is_one_warning_even_without_Verbose(string options, int status, string header, string value)
    {
        using var server = new ScriptedServer(request => new ScriptedAnswer(request.Number == 1 ? status : 200, Samples.SlotJson(1)).With(header, value));
        using Session session = server.Connect(options: options);
        TestClock clock = session.UseClock();
        using System.Management.Automation.PowerShell shell = session.Prepare(Two, Samples.Id(1), Samples.Id(1), Samples.Id(1));

        Assert.Equal(3, shell.Invoke().Count);

        Assert.Empty(shell.Streams.Error);
        Assert.Empty(shell.Streams.Verbose);
        Assert.NotEmpty(clock.Waits);
        string warning = Assert.Single(shell.Streams.Warning).Message;
        Assert.Contains($"{clock.Waits[0].TotalSeconds:0.0} s", warning, StringComparison.Ordinal);
        ProgressRecord shown = shell.Streams.Progress[0];
        Assert.Equal(("Waiting for Cloudflare", (int)clock.Waits[0].TotalSeconds), (shown.Activity, shown.SecondsRemaining));
        Assert.Equal(ProgressRecordType.Completed, shell.Streams.Progress[^1].RecordType);
    }

    // An unexpected 429, and the commands after it.
    [Theory]
    [InlineData("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", 429)]
    [InlineData("Ratelimit", "\"default\";r=0;t=86400", 200)]
    [InlineData("Ratelimit-Policy", "\"default\";q=1;w=86400", 200)]
    public void One_unusual_response_does_not_stop_the_session(string header, string value, int status)
    {
        using var server = new ScriptedServer(request =>
            new ScriptedAnswer(request.Number == 1 ? status : 200, Samples.SlotJson(1)) is var answer && request.Number == 1 ? answer.With(header, value) : answer);
        using Session session = server.Connect(options: "-RequestLimit 100");
        TestClock clock = session.UseClock();
        session.RunToFirstEnd($"Get-CniSlot {Samples.Id(1)}");

        RunResult refused = session.RunToFirstEnd(Two, Samples.Id(1), Samples.Id(2));
        Assert.Equal(["CniRateLimited"], refused.ErrorIds);
        Assert.Contains("-MaximumRetryAfterSec 300", refused.AllErrors[0].ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(clock.Waits);
        Assert.Single(server.Requests);

        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Single(session.Must($"Get-CniSlot {Samples.Id(1)}").Output);
    }

    [Fact]
    public async Task A_wait_before_a_retry_stops_immediately()
    {
        using ScriptedServer server = Refusing("1800");
        using Session session = server.Connect(options: "-MaximumRetryAfterSec 3600");
        TestClock clock = session.UseClock(holdsWaits: true);
        using RunningScript script = session.Start($"Get-CniSlot {Samples.SlotId} -Verbose");

        await clock.IsWaiting.Soon();
        await script.StopAsync().Soon();

        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Loopback_has_a_request_limit_only_if_one_is_specified()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok(Samples.SlotJson(7)));
        using Session session = server.Connect(token: "limited-session-token", options: "-RequestLimit 1 -MaximumRetryAfterSec 300");
        TestClock clock = session.UseClock(holdsWaits: true);
        session.Must($"Get-CniSlot {Samples.SlotId}");
        using RunningScript script = session.Start($"'{Samples.SlotId}', '{Samples.SlotId}' | Get-CniSlot -Verbose");

        await clock.IsWaiting.Soon();
        await script.Showed.Soon();
        await script.StopAsync().Soon();

        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
        Assert.Single(server.Requests);
        Assert.Equal(300, script.Streams.Progress[0].SecondsRemaining);
        Assert.EndsWith(" s before the next request to stay within 1 requests in 300 s.", Assert.Single(script.Streams.Verbose).Message, StringComparison.Ordinal);
    }

    private static ScriptedServer Refusing(string retryAfter) =>
        ScriptedServer.Always(ScriptedAnswer.Failure(503, "busy").With("Retry-After", retryAfter));
}
