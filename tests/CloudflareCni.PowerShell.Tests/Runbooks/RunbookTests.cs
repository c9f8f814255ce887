using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Runbooks;

/// <summary>The runbooks as Azure Automation jobs, including failures of the server and repeated runs.</summary>
[Trait("Tier", "Slow")]
public sealed class RunbookTests : IDisposable
{
    private const string Token = "t0ken-that-nobody-may-see";

    private readonly Api _api = new();
    private readonly Automation _account;
    private readonly TemporaryFolder _folder = new();

    public RunbookTests() => _account = new Automation(_api.BaseUri, Token);

    public static TheoryData<string> Names => ["Get-CniHealthReport", "Watch-CniResiliency", "Watch-CniState", "Compare-CniDrift", "Save-CniMissingLoa", "New-CniLink"];

    private Hashtable Link => new()
    {
        ["OrderVariableName"] = "CniLink",
        ["Site"] = "FRA03",
        ["Speed"] = "10G",
        ["ConduitName"] = "core",
        ["LoaPath"] = _folder.Path,
        ["WaitSec"] = 0,
    };

    // The account has three interconnects that the file doesn't have.
    private Hashtable Drift
    {
        get
        {
            File.WriteAllText(_folder.At("drift.json"), """{ "format": 1, "interconnects": [] }""");
            return new() { ["Path"] = _folder.At("drift.json") };
        }
    }

    public void Dispose()
    {
        _account.Dispose();
        _api.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_credential_fails_the_job_with_one_error_and_is_not_shown(string name)
    {
        _api.Fails("*", ScriptedAnswer.Failure(401, $"no such token: {Token}"));

        RunResult job = _account.Run(name, Needed(name));

        Assert.Equal(["CniAuthenticationFailed"], job.ErrorIds);
        Assert.NotNull(job.Terminating);
        Assert.Empty(job.Output);
        // The lists that circuits are joined from are read at the same time, each once.
        Assert.Equal(_api.Requests.Distinct(), _api.Requests);
        Assert.InRange(_api.Requests.Count, 1, 5);
        AssertNoSecret(job);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_job_writes_to_output_warning_and_error_only(string name)
    {
        RunResult job = _account.Run(name, Needed(name));

        Assert.Empty(job.AllErrors);
        Assert.NotEmpty(job.Output);

        // Only the verbose lines of the cmdlets, because this job uses -Verbose.
        Assert.All(job.Verbose, line => Assert.Matches("^(GET|POST) /", line));
        Assert.DoesNotContain(job.Output, item => item.BaseObject is InformationRecord);
        AssertNoSecret(job);
    }

    [Fact]
    public void Drift_is_an_object_and_a_warning_each_and_fails_the_job_on_request()
    {
        Hashtable parameters = Drift;
        parameters["FailWhenDifferent"] = true;

        RunResult job = _account.Run("Compare-CniDrift", parameters);

        Assert.Equal(3, job.Output.Count(item => item.BaseObject is CniConfigurationDifference));
        Assert.Equal("3 differences in 3 objects.", Line(job.Output[^1]));
        Assert.Equal(3, job.Warnings.Count);
        Assert.Contains("3 differences", job.Terminating!.ToString(), StringComparison.Ordinal);
        _account.Variables["Same"] = """{ "format": 1, "cnis": [] }""";
        RunResult same = _account.Run("Compare-CniDrift", new Hashtable { ["VariableName"] = "Same", ["FailWhenDifferent"] = true });
        Assert.Equal(["0 differences in 0 objects."], same.Output.Select(Line));
        Assert.Empty(same.AllErrors);
    }

    [Fact]
    public void The_report_continues_after_a_state_that_cannot_be_read()
    {
        _api.Fails("GET interconnects/b/status", ScriptedAnswer.Failure(500, "broken"));

        RunResult job = _account.Run("Get-CniHealthReport", new Hashtable { ["FailWhenUnhealthy"] = true });

        Assert.Equal(["CniServerError", "1 of 3 interconnects aren't healthy: b."], job.ErrorIds);
        Assert.Equal("b", job.Errors.Single().TargetObject.ToString());
        Assert.Equal(["a Healthy", "b Unknown", "c Healthy", "2 of 3 interconnects are healthy."], job.Output.Select(Line));
        Assert.Contains("b is Unknown", Assert.Single(job.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_working_tier_below_the_configured_one_is_a_warning()
    {
        _api.HasCnis = true;
        Assert.Empty(_account.Run("Watch-CniResiliency").Warnings);
        _api.States["c"] = "Down";

        RunResult job = _account.Run("Watch-CniResiliency", new Hashtable { ["FailWhenBelow"] = true });

        Assert.Equal("The circuits are configured for the tier Standard, but they only reach None now. c is Down.", Assert.Single(job.Warnings));
        Assert.Equal(Assert.Single(job.Warnings), job.Terminating!.ToString());
        Assert.Equal("None", job.Output.Single().Properties["WorkingTier"].Value);
    }

    [Fact]
    public void A_required_tier_that_is_not_reached_is_a_warning()
    {
        _api.HasCnis = true;

        RunResult job = _account.Run("Watch-CniResiliency", new Hashtable { ["Tier"] = "High" });

        Assert.StartsWith("The circuits reach the tier Standard, but High is required. High requires two facilities", Assert.Single(job.Warnings), StringComparison.Ordinal);
        Assert.Empty(job.AllErrors);
    }

    [Fact]
    public void A_state_that_cannot_be_read_does_not_count_as_a_change()
    {
        _account.Run("Watch-CniState");
        _api.Fails("GET interconnects/b/status", ScriptedAnswer.Failure(500, "broken"));
        _api.States["c"] = "Down";

        RunResult job = _account.Run("Watch-CniState", new Hashtable { ["WebhookVariableName"] = "Hook" });

        Assert.Equal(["CniServerError"], job.ErrorIds);
        Assert.Equal("Interconnect c was Healthy and is Down", Assert.Single(job.Warnings));
        Assert.Contains("Interconnect c was Healthy and is Down", Assert.Single(_account.Posts), StringComparison.Ordinal);
        _api.Works();
        Assert.StartsWith("No change", Line(Assert.Single(_account.Run("Watch-CniState").Output)), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_that_the_webhook_rejected_are_reported_again()
    {
        _account.Run("Watch-CniState");
        _api.States["c"] = "Down";
        _account.WebhookFails = true;

        RunResult job = _account.Run("Watch-CniState", new Hashtable { ["WebhookVariableName"] = "Hook" });

        Assert.Contains("'Hook' didn't accept the changes", job.Terminating!.ToString(), StringComparison.Ordinal);
        AssertNoSecret(job);
        _account.WebhookFails = false;
        _account.Run("Watch-CniState", new Hashtable { ["WebhookVariableName"] = "Hook" });
        Assert.Equal(2, _account.Posts.Count);
        Assert.Equal(_account.Posts[0], _account.Posts[1]);
    }

    [Fact]
    public void A_failed_letter_does_not_stop_the_others_and_is_retried()
    {
        _api.Fails("GET interconnects/b/loa", ScriptedAnswer.Failure(500, "broken"));
        var parameters = new Hashtable { ["Path"] = _folder.Path };

        RunResult first = _account.Run("Save-CniMissingLoa", parameters);

        Assert.Equal(["CniServerError"], first.ErrorIds);
        Assert.Equal(["a.pdf", "c.pdf"], _folder.Files);
        Assert.Equal("3 interconnects: 2 saved, 0 kept, 0 skipped, 1 failed.", Line(first.Output[^1]));

        _api.Works();
        RunResult second = _account.Run("Save-CniMissingLoa", parameters);

        Assert.Empty(second.AllErrors);
        Assert.Equal(["GET interconnects?limit=100", "GET interconnects/b/loa"], _api.Requests);
        Assert.Equal(["a.pdf", "b.pdf", "c.pdf"], _folder.Files);
    }

    [Fact]
    public void An_order_whose_response_was_lost_is_found_by_the_next_run()
    {
        // The order is received and executed, the response is lost, and the list doesn't show it yet.
        _api.Fails("POST interconnects", ScriptedAnswer.Ok("") with { Reset = true });

        RunResult lost = _account.Run("New-CniLink", Link);

        Assert.Equal(["CniOutcomeUnknown"], lost.ErrorIds);
        Assert.Equal(Samples.Id(1), _account.Variables["CniLink"]);

        _api.Works();
        _api.Interconnects.Add(("new", Samples.Id(1)));
        RunResult found = _account.Run("New-CniLink", Link);

        Assert.Empty(found.AllErrors);
        Assert.True((bool)found.Output.Single().Properties["IsComplete"].Value);
        Assert.DoesNotContain("POST interconnects", _api.Requests);
        Assert.Equal($"{Samples.Id(1)} new", _account.Variables["CniLink"]);
    }

    [Fact]
    public void An_occupied_slot_is_not_replaced_automatically()
    {
        _api.Fails("POST interconnects", ScriptedAnswer.Failure(400, "the slot is occupied"));
        _api.SlotIsOccupied = true;

        RunResult job = _account.Run("New-CniLink", Link);

        Assert.Equal(["CniSlotOccupied"], job.ErrorIds);
        Assert.Contains("Make sure that slot", Assert.Single(job.Warnings), StringComparison.Ordinal);
        Assert.Equal(Samples.Id(1), _account.Variables["CniLink"]);
    }

    [Fact]
    public void A_run_after_the_last_step_does_not_change_anything()
    {
        RunResult first = _account.Run("New-CniLink", Link);
        Assert.Equal(2, _api.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal)));
        _api.Works();

        RunResult second = _account.Run("New-CniLink", Link);

        Assert.Empty(second.AllErrors);
        Assert.Equal(["GET interconnects/new", "GET interconnects/new/status", "GET cnis"], _api.Requests.Select(request => request.Split('?')[0]));
        Assert.Equal(first.Output.Single().ToString(), second.Output.Single().ToString());
    }

    private static string Line(PSObject item) =>
        item.BaseObject as string ?? $"{item.Properties["Interconnect"].Value} {item.Properties["State"].Value}";

    private static void AssertNoSecret(RunResult job)
    {
        string all = string.Join('\n', [job.Screen, .. job.Warnings, .. job.Verbose, .. job.Output.Select(item => item.ToString()), .. job.AllErrors.Select(error => $"{error} {error.Exception}")]);
        Assert.DoesNotContain(Token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", all, StringComparison.Ordinal);
    }

    private Hashtable Needed(string name) => name switch
    {
        "Save-CniMissingLoa" => new() { ["Path"] = _folder.Path },
        "New-CniLink" => Link,
        "Compare-CniDrift" => Drift,
        _ => [],
    };

    /// <summary>A server with three interconnects, a free slot, and the objects that the runbooks create.</summary>
    private sealed class Api : IDisposable
    {
        private readonly ScriptedServer _server;
        private readonly ConcurrentQueue<string> _requests = new();
        private volatile Failure? _failure;
        private volatile bool _hasCni;

        public Api() => _server = new ScriptedServer(Answer);

        public string BaseUri => _server.BaseUri;

        public ConcurrentDictionary<string, string> States { get; } = new();

        public List<(string Name, string Slot)> Interconnects { get; } = [("a", Samples.Id(11)), ("b", Samples.Id(12)), ("c", Samples.Id(13))];

        public bool SlotIsOccupied { get; set; }

        /// <summary>Gets or sets a value indicating whether a and c carry a CNI each, on devices of their own.</summary>
        public bool HasCnis { get; set; }

        /// <summary>Gets the requests since the last failure ended.</summary>
        public IReadOnlyList<string> Requests => [.. _requests];

        public void Fails(string line, ScriptedAnswer answer) => _failure = new Failure(line, answer);

        public void Works()
        {
            _failure = null;
            _requests.Clear();
        }

        public void Dispose() => _server.Dispose();

        private ScriptedAnswer Answer(ScriptedRequest request)
        {
            _requests.Enqueue(request.Line);
            if (_failure is { } failure && (failure.Line == "*" || failure.Line == request.Line))
            {
                return failure.Answer;
            }

            if (request.Target.Contains("/magic/", StringComparison.Ordinal))
            {
                return ScriptedAnswer.Ok("""{"success":true,"errors":[],"messages":[],"result":{"interconnects":[],"routes":[]}}""");
            }

            string[] path = request.Line.Split(' ', '?')[1].Split('/');
            return (request.Method, path[0], path.Length) switch
            {
                ("GET", "slots", 1) => ScriptedAnswer.Page(null, Samples.SlotJson(1)),
                ("GET", "slots", _) => ScriptedAnswer.Ok(Samples.SlotJson(1).Replace("false", SlotIsOccupied ? "true" : "false", StringComparison.Ordinal)),
                ("GET", "interconnects", 1) => ScriptedAnswer.Page(null, Interconnects.Select(one => Interconnect(one.Name, one.Slot))),
                ("GET", "interconnects", 2) => ScriptedAnswer.Ok(Interconnect(path[1], Interconnects.First(one => one.Name == path[1]).Slot)),
                ("GET", "interconnects", 3) when path[2] == "status" => ScriptedAnswer.Ok($$"""{"state":"{{States.GetValueOrDefault(path[1], "Healthy")}}"}"""),
                ("GET", "interconnects", 3) => ScriptedAnswer.Ok("%PDF-1.4\na letter\n%%EOF\n") with { ContentType = "application/pdf" },
                ("POST", "interconnects", _) => Order(),
                ("POST", "cnis", _) => Create(),
                _ => ScriptedAnswer.Page(null, HasCnis ? [CniOn("a"), CniOn("c")] : _hasCni ? [CniOn("new")] : []),
            };
        }

        private ScriptedAnswer Order()
        {
            Interconnects.Add(("new", Samples.Id(1)));
            return ScriptedAnswer.Ok(Interconnect("new", Samples.Id(1)));
        }

        private ScriptedAnswer Create()
        {
            _hasCni = true;
            return ScriptedAnswer.Ok(CniOn("new"));
        }

        private static string CniOn(string interconnect) =>
            $$"""{"id":"b0000000-0000-4000-8000-000000000001","account":"0123456789abcdef0123456789abcdef","interconnect":"{{interconnect}}","cust_ip":"172.24.0.0/31","p2p_ip":"172.24.0.1/31","magic":{"conduit_name":"core","description":"","mtu":1500} }""";

        private sealed record Failure(string Line, ScriptedAnswer Answer);

        private static string Interconnect(string name, string slot) =>
            $$"""{"name":"{{name}}","account":"0123456789abcdef0123456789abcdef","type":"direct","site":"FRA03","facility":{"name":"Equinix FR5","address":["Kleyerstrasse 90"]},"slot_id":"{{slot}}","speed":"10G","ccr_device_name":"device of {{name}}"}""";
    }
}
