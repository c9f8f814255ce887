using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>Several requests at the same time, with the responses in the order of the input.</summary>
public sealed class ThrottleTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 12).Select(number => $"i{number}")];

    [Fact]
    public void ThrottleLimit_limits_the_number_of_parallel_requests()
    {
        using var server = new Crowd(gathers: 4);
        using Session session = server.Connect();

        RunResult result = session.Must("$args[0] | Get-CniInterconnectStatus -ThrottleLimit 4", [Names]);

        Assert.Equal(Names, result.As<CniInterconnectStatus>().Select(status => status.Interconnect));
        Assert.Equal(4, server.Most);
    }

    [Fact]
    public void The_default_limit_is_five_requests()
    {
        using var server = new Crowd(gathers: 5);
        using Session session = server.Connect();

        session.Must("Get-CniInterconnectStatus $args[0]", [Names]);

        Assert.Equal(5, server.Most);
    }

    [Fact]
    public void An_early_response_is_returned_in_order()
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
    public void A_slow_response_does_not_delay_the_other_requests()
    {
        TaskCompletionSource fifth = Patience.Signal();
        using var server = new ScriptedServer(request =>
        {
            string name = NameOf(request);
            if (name == "i5")
            {
                fifth.TrySetResult();
            }

            return State(name) with { BeforeHeaders = name == "i1" ? fifth.Task : Task.CompletedTask };
        });
        using Session session = server.Connect();

        RunResult result = session.Must("$args[0] | Get-CniInterconnectStatus -ThrottleLimit 2", [Names]);

        Assert.Equal(Names, result.As<CniInterconnectStatus>().Select(status => status.Interconnect));
    }

    [Fact]
    public void A_failed_request_has_an_error_and_does_not_stop_the_others()
    {
        using var server = new ScriptedServer(request => NameOf(request) is "i2" or "i7" ? ScriptedAnswer.Failure(404, "gone") : State(NameOf(request)));
        using Session session = server.Connect();

        RunResult result = session.Run("$args[0] | Get-CniInterconnectStatus -ThrottleLimit 8", [Names]);

        Assert.Equal(Names.Where(name => name is not ("i2" or "i7")), result.As<CniInterconnectStatus>().Select(status => status.Interconnect));
        Assert.Equal(["i2", "i7"], result.Errors.Select(error => error.TargetObject));
        Assert.Equal(["CniNotFound", "CniNotFound"], result.ErrorIds);
    }

    [Fact]
    public void An_error_that_all_requests_would_share_ends_the_command()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Failure(401, "who are you"));
        using Session session = server.Connect();

        RunResult result = session.RunToFirstEnd("$args[0] | Get-CniInterconnectStatus -ThrottleLimit 3", [Names]);

        Assert.Equal(["CniAuthenticationFailed"], result.ErrorIds);
        Assert.InRange(server.Requests.Count, 1, 4);
    }

    private static string NameOf(ScriptedRequest request) => request.Target.Split('/')[^2];

    private static ScriptedAnswer State(string name) => ScriptedAnswer.Ok($$"""{"state":"Healthy","seen_as":"{{name}}"}""");

    /// <summary>A server that doesn't respond until a number of requests wait or all requests have arrived.</summary>
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

        // Counted before the response is sent, when the client can't have sent its next request.
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
