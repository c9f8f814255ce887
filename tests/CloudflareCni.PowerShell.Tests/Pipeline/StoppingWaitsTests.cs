using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Clock;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>Ctrl+C during a wait between requests ends the wait itself, so that no work continues after it.</summary>
public sealed class StoppingWaitsTests
{
    private const int TimeoutSec = 86400;
    private const string Two = "$args | Get-CniSlot -Verbose";

    [Theory]
    [InlineData("-MaximumRetryAfterSec 3600", 503, "3600")]
    [InlineData("-RequestLimit 1 -MaximumRetryAfterSec 300", 200, "0")]
    public async Task A_wait_ends_with_its_command(string options, int status, string retryAfter)
    {
        using var server = ScriptedServer.Always(new ScriptedAnswer(status, Samples.SlotJson(1)).With("Retry-After", retryAfter));
        using Session session = server.Connect(timeoutSec: TimeoutSec, options: options);
        TestClock clock = session.UseClock(TimeoutSec, holdsWaits: true);

        using RunningScript script = session.Start(Two, Samples.Id(1), Samples.Id(2));
        await clock.IsWaiting.Soon();
        Assert.False(script.Ended.IsCompleted);
        Assert.Equal(1, clock.Held);
        await script.StopAsync().Soon();

        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
        await clock.IsIdle.Soon();
        Assert.Equal(0, clock.Held);
        Assert.Empty(script.Streams.Error);
        Assert.Single(server.Requests);
    }
}
