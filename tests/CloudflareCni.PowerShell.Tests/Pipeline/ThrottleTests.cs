using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>Several requests at a time, and the answers in the order of the input.</summary>
public sealed class ThrottleTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 12).Select(number => $"i{number}")];

    [Fact]
    public void As_many_requests_as_allowed_are_under_way_and_no_more()
    {
        using var server = new Crowd(gathers: 4);
        using Session session = server.Connect();

        RunResult result = session.Must("$args[0] | Get-CniInterconnectStatus -ThrottleLimit 4", [Names]);

        Assert.Equal(Names, result.As<CniInterconnectStatus>().Select(status => status.Interconnect));
        Assert.Equal(4, server.Most);
    }

    [Fact]
    public void Five_are_under_way_unless_told_otherwise()
    {
        using var server = new Crowd(gathers: 5);
        using Session session = server.Connect();

        session.Must("Get-CniInterconnectStatus $args[0]", [Names]);

        Assert.Equal(5, server.Most);
    }

    [Fact]
    public void An_answer_that_comes_first_is_written_in_its_turn()
    {
        TaskCompletionSource last = Patience.Signal();
        using var server = new ScriptedServer(request =>
        {
            string name = NameOf(request);
            if (name == "i3")
            {
                last.TrySetResult();
            }

            return State(name) with { BeforeHeaders = name == "i1" ? last.Task : Task.CompletedTask };
        });
        using Session session = server.Connect();

        RunResult result = session.Must("'i1', 'i2', 'i3' | Get-CniInterconnectStatus -ThrottleLimit 3");

        Assert.Equal(["i1", "i2", "i3"], result.As<CniInterconnectStatus>().Select(status => status.Interconnect));
    }

    [Fact]
    public void One_that_fails_has_its_error_and_does_not_stop_the_rest()
    {
        using var server = new ScriptedServer(request => NameOf(request) is "i2" or "i7" ? ScriptedAnswer.Failure(404, "gone") : State(NameOf(request)));
        using Session session = server.Connect();

        RunResult result = session.Run("$args[0] | Get-CniInterconnectStatus -ThrottleLimit 8", [Names]);

        Assert.Equal(Names.Where(name => name is not ("i2" or "i7")), result.As<CniInterconnectStatus>().Select(status => status.Interconnect));
        Assert.Equal(["i2", "i7"], result.Errors.Select(error => error.TargetObject));
        Assert.Equal(["CniNotFound", "CniNotFound"], result.ErrorIds);
    }

    [Fact]
    public void What_every_other_would_share_ends_the_command()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Failure(401, "who are you"));
        using Session session = server.Connect();

        RunResult result = session.RunToFirstEnd("$args[0] | Get-CniInterconnectStatus -ThrottleLimit 3", [Names]);

        Assert.Equal(["CniAuthenticationFailed"], result.ErrorIds);
        Assert.InRange(server.Requests.Count, 1, 4);
    }

    private static string NameOf(ScriptedRequest request) => request.Target.Split('/')[^2];

    private static ScriptedAnswer State(string name) => ScriptedAnswer.Ok($$"""{"state":"Healthy","seen_as":"{{name}}"}""");

    /// <summary>A server that answers nobody until so many wait, or until all have come.</summary>
    private sealed class Crowd : IDisposable
    {
        private readonly ScriptedServer _server;
        private readonly TaskCompletionSource _gathered = Patience.Signal();
        private readonly Lock _gate = new();
        private int _under;

        public Crowd(int gathers)
        {
            _server = new ScriptedServer(request =>
            {
                lock (_gate)
                {
                    Most = Math.Max(Most, ++_under);
                    if (_under == gathers)
                    {
                        _gathered.TrySetResult();
                    }
                }

                return State(NameOf(request)) with { BeforeHeaders = LeaveAsync() };
            });
        }

        public int Most { get; private set; }

        public Session Connect() => _server.Connect();

        public void Dispose() => _server.Dispose();

        // Counted out before the answer: the client can't have sent its next request by then.
        private async Task LeaveAsync()
        {
            await _gathered.Task;
            lock (_gate)
            {
                _under--;
            }
        }
    }
}
