using System;
using System.Collections.Immutable;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Trust;

/// <summary>What a user sees of retries and of the rate limit.</summary>
public sealed class RetryTests
{
    [Fact]
    public void Each_retry_is_a_Verbose_line_that_says_why_and_how_long()
    {
        using var server = new ScriptedServer(request => request.Number <= 2
            ? ScriptedAnswer.Failure(503, "busy") with { Headers = ImmutableDictionary<string, string>.Empty.Add("Retry-After", "0") }
            : ScriptedAnswer.Ok(Samples.SlotJson(7)));
        using Session session = server.Connect(options: "-MaximumRetryCount 3");

        RunResult result = session.Must($"Get-CniSlot {Samples.SlotId} -Verbose");

        Assert.Single(result.Output);
        string[] lines = [.. result.Verbose.Where(line => line.Contains(": retry ", StringComparison.Ordinal))];
        Assert.Equal(2, lines.Length);
        Assert.Contains($"/slots/{Samples.SlotId}: retry 1 of 3 in 0.0 s, because: Cloudflare says: busy (1234) (HTTP 503", lines[0], StringComparison.Ordinal);
        Assert.Contains("retry 2 of 3", lines[1], StringComparison.Ordinal);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void A_wait_beyond_MaximumRetryAfterSec_is_not_waited()
    {
        using var server = Refusing("6");
        using Session session = server.Connect(options: "-MaximumRetryAfterSec 5");

        Assert.Equal(["CniServerError"], session.Run($"Get-CniSlot {Samples.SlotId}").ErrorIds);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_wait_before_a_retry_is_stopped_at_once()
    {
        using var server = Refusing("3600");
        using Session session = server.Connect(options: "-MaximumRetryAfterSec 3600");
        using System.Management.Automation.PowerShell shell = session.Prepare($"Get-CniSlot {Samples.SlotId} -Verbose");
        var waiting = Patience.Signal();
        shell.Streams.Verbose.DataAdded += (_, added) =>
        {
            if (shell.Streams.Verbose[added.Index].Message.Contains(": retry ", StringComparison.Ordinal))
            {
                waiting.TrySetResult();
            }
        };

        IAsyncResult running = shell.BeginInvoke();
        await waiting.Task.Soon();
        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Loopback_has_a_limit_only_when_one_is_given()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok(Samples.SlotJson(7)));
        using Session session = server.Connect(token: "limited-session-token", options: "-RequestLimit 1");
        session.Must($"Get-CniSlot {Samples.SlotId}");
        using System.Management.Automation.PowerShell shell = session.Prepare($"'{Samples.SlotId}', '{Samples.SlotId}' | Get-CniSlot -Verbose");
        var waiting = Patience.Signal();
        shell.Streams.Progress.DataAdded += (_, _) => waiting.TrySetResult();

        IAsyncResult running = shell.BeginInvoke();
        await waiting.Task.Soon();
        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Single(server.Requests);
        Assert.InRange(shell.Streams.Progress[0].SecondsRemaining, 1, 300);
        Assert.StartsWith("Slowed down to stay within 1 requests in 300 s", Assert.Single(shell.Streams.Verbose).Message, StringComparison.Ordinal);
    }

    private static ScriptedServer Refusing(string retryAfter) => ScriptedServer.Always(ScriptedAnswer.Failure(503, "busy") with
    {
        Headers = ImmutableDictionary<string, string>.Empty.Add("Retry-After", retryAfter),
    });
}
