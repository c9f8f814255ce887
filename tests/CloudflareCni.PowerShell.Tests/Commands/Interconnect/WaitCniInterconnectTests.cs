using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands.Interconnect;

public sealed class WaitCniInterconnectTests
{
    [Fact]
    public void An_interconnect_in_the_state_is_returned_immediately()
    {
        using ScriptedServer server = Serve(("a", "Healthy"), ("b", "healthy"));
        using Session session = server.Connect();

        RunResult result = session.Must("'a', 'b' | Wait-CniInterconnect -TimeoutSec 0");

        Assert.Equal(["a", "b"], result.As<CniInterconnectStatus>().Select(status => status.Interconnect));
        Assert.Equal(2, server.Requests.Count);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Each_interconnect_is_returned_when_it_reaches_the_state()
    {
        using ScriptedServer server = Serve(("late", "Pending Down Healthy"), ("early", "Pending Healthy"));
        using Session session = server.Connect();
        session.UseClock();

        RunResult result = session.Must("Wait-CniInterconnect late, early, late -PollIntervalSec 1");

        Assert.Equal(["early", "late"], result.As<CniInterconnectStatus>().Select(status => status.Interconnect));
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public void Any_of_several_states_ends_the_wait()
    {
        using ScriptedServer server = Serve(("a", "Down"), ("b", "Unhealthy"));
        using Session session = server.Connect();

        RunResult result = session.Must("Wait-CniInterconnect a, b -State Healthy, Down, unhealthy");

        Assert.Equal(["Down", "Unhealthy"], result.As<CniInterconnectStatus>().Select(status => status.State));
    }

    [Fact]
    public void A_timeout_is_an_error_for_one_interconnect_only()
    {
        using ScriptedServer server = Serve(("never", "Pending Down Pending"), ("late", "Pending Healthy"));
        using Session session = server.Connect();
        session.UseClock();

        RunResult result = session.Run("Wait-CniInterconnect never, late, gone -PollIntervalSec 1 -TimeoutSec 2");

        Assert.Equal("late", result.One<CniInterconnectStatus>().Interconnect);
        Assert.Equal(["CniNotFound", "CniWaitTimedOut"], result.ErrorIds);
        ErrorRecord late = result.Errors[1];
        Assert.Equal((ErrorCategory.OperationTimeout, "never"), (late.CategoryInfo.Category, late.TargetObject));
        Assert.StartsWith("Interconnect never didn't reach the state 'Healthy' within 2 seconds. Its states were ", late.ToString(), StringComparison.Ordinal);
        Assert.Contains("Pending -> Down", late.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flapping_link_is_a_warning()
    {
        using ScriptedServer server = Serve(("a", "Down Pending Down Healthy"));
        using Session session = server.Connect();
        session.UseClock();

        RunResult result = session.Must("Wait-CniInterconnect a -PollIntervalSec 1");

        Assert.Equal(["Interconnect a is flapping: Down -> Pending -> Down."], result.Warnings);
        Assert.Equal("Healthy", result.One<CniInterconnectStatus>().State);
    }

    [Fact]
    public void A_transient_error_does_not_end_the_wait()
    {
        using ScriptedServer server = Serve(("a", "503 Healthy"), ("b", "503 503 503"));
        using Session session = server.Connect();
        session.UseClock();

        RunResult result = session.Run("Wait-CniInterconnect a, b -PollIntervalSec 1 -TimeoutSec 1");

        Assert.Equal("a", result.One<CniInterconnectStatus>().Interconnect);
        Assert.Equal(["CniWaitTimedOut"], result.ErrorIds);
        Assert.Contains("Its state couldn't be read. The last check failed: ", result.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_for_many_interconnects_leaves_requests_for_others()
    {
        using ScriptedServer server = Serve([.. Enumerable.Range(0, 100).Select(number => ($"i{number}", "Pending"))]);
        using Session session = server.Connect();
        session.UseClock();

        RunResult result = session.Run("0..99 | ForEach-Object { \"i$_\" } | Wait-CniInterconnect -PollIntervalSec 1 -TimeoutSec 250");

        Assert.Equal(100, result.Errors.Count);
        Assert.Equal(4 * 100, server.Requests.Count); // after 0, 100, 200 and 250 seconds
    }

    [Fact]
    public void The_default_interval_grows_during_a_long_wait()
    {
        using ScriptedServer server = Serve(("a", "Pending"));
        using Session session = server.Connect();
        session.UseClock();

        session.Run("Wait-CniInterconnect a");

        Assert.InRange(server.Requests.Count, 3600 / 60, 3600 / 60 * 2);
    }

    [Fact]
    public async Task The_wait_shows_progress_and_ends_with_Ctrl_C()
    {
        using ScriptedServer server = Serve(("a", "Pending"), ("b", "Healthy"));
        using Session session = server.Connect();
        session.UseClock(holdsWaits: true);

        using RunningScript script = session.Start("Wait-CniInterconnect a, b -PollIntervalSec 86400 -TimeoutSec 864000");
        await script.Showed.Soon();
        ProgressRecord progress = script.Streams.Progress[0];
        await script.StopAsync().Soon();

        Assert.Equal("Waiting for Healthy", progress.Activity);
        Assert.StartsWith("1 of 2 ready (1 Pending), 0:00:00 ", progress.StatusDescription, StringComparison.Ordinal);
        Assert.Equal(50, progress.PercentComplete);
        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
        Assert.Equal(2, server.Requests.Count);
    }

    // A server that returns a list of states for each interconnect, and then repeats the last one.
    private static ScriptedServer Serve(params (string Name, string States)[] interconnects)
    {
        var left = new ConcurrentDictionary<string, ConcurrentQueue<string>>(
            interconnects.Select(one => new System.Collections.Generic.KeyValuePair<string, ConcurrentQueue<string>>(one.Name, new(one.States.Split(' ')))));
        return new ScriptedServer(request =>
        {
            if (!left.TryGetValue(request.Target.Split('/')[^2], out ConcurrentQueue<string>? states))
            {
                return ScriptedAnswer.Failure(404, "no such interconnect");
            }

            string state = states.Count > 1 && states.TryDequeue(out string? next) ? next : states.First();
            return state == "503" ? ScriptedAnswer.Failure(503, "busy") : ScriptedAnswer.Ok($$"""{"state":"{{state}}"}""");
        });
    }
}
