using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>Two accounts in one process. Neither ever uses the credential or the data of the other.</summary>
[Trait("Tier", "Slow")]
public sealed class TenantTests
{
    private const int Rounds = 8;

    // For one kind of request, such as the first page of slots of an account. Even a request that hits all of them has a retry left.
    private const int MaxRefusals = 4;

    private static readonly string[] Tenants = ["alpha", "beta"];

    // All text from the server of an account, and all text that its runspaces write, contains the name of the account.
    private const string OneRound =
        """
        (Get-CniSlot @to).Site
        Get-CniInterconnect @to | ForEach-Object { $_.Name; $_.AccountId; ($_ | Get-CniInterconnectStatus @to).Reason }
        $cni = New-Cni "$me-1" -ConduitName "$me-new-$i" -Mtu 1500 -Description "of $me" @to
        $cni.Magic.ConduitName; $cni.AccountId
        ($cni | Set-Cni -Description "$me again" -PassThru @to).Magic.Description
        $cni | Remove-Cni -Force @to
        Get-CniLoaName "$me-1" @to
        Get-CniInterconnect "$me-nobody" @to
        """;

    private const string Own =
        "$me = $args[0]; $to = @{}; foreach ($i in 1..$args[3]) { (Connect-Cni -BaseUri $args[1] -ApiToken $args[2] -AccountId \"$me-account\").AccountId; "
        + OneRound + "; (Get-CniConnection).AccountId; Disconnect-Cni }";

    private const string Shared = "$me = $args[0]; $to = @{ Connection = $args[1] }; foreach ($i in 1..$args[2]) { " + OneRound + " }";

    private const string Both =
        "foreach ($i in 1..$args[2]) { $which = ($i % 2); $me = ('alpha', 'beta')[$which]; $to = @{ Connection = $args[$which] }; " + OneRound + " }";

    [Fact]
    public async Task Under_load_no_account_sees_data_of_another()
    {
        using var api = new Api(runspaces: 9);
        using var opener = new Session(connectSandbox: false);
        PSObject[] connections = [.. Tenants.Select(tenant => opener.Must(
            "Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId $args[2] -NoDefault", api.BaseUri, Token(tenant), Account(tenant)).Output.Single())];
        var sessions = new List<Session>();
        var scripts = new List<(string[] Of, RunningScript Script)>();
        try
        {
            foreach ((string tenant, PSObject connection) in Tenants.Zip(connections))
            {
                Start([tenant], Own, tenant, api.BaseUri, Token(tenant), Rounds);
                Start([tenant], Own, tenant, api.BaseUri, Token(tenant), Rounds);
                Start([tenant], Shared, tenant, connection, Rounds);
                Start([tenant], Shared, tenant, new System.Collections.Hashtable { ["BaseUri"] = api.BaseUri, ["ApiToken"] = Token(tenant), ["AccountId"] = Account(tenant) }, Rounds);
            }

            Start(Tenants, Both, connections[0], connections[1], Rounds);
            await Task.WhenAll(scripts.Select(one => one.Script.Ended)).Soon();

            Assert.Empty(api.Mixed);
            Assert.All(scripts, one => AssertIsOf(one.Of, one.Script));
            Assert.All(Tenants, tenant => Assert.True(api.RequestsOf(tenant) > Rounds * 4 * 12));
        }
        finally
        {
            scripts.ForEach(one => one.Script.Dispose());
            sessions.ForEach(session => session.Dispose());
        }

        void Start(string[] of, string script, params object?[] arguments)
        {
            var session = new Session(connectSandbox: false);
            sessions.Add(session);
            scripts.Add((of, session.Start(script, arguments)));
        }
    }

    [Fact]
    public void Connecting_in_one_runspace_does_not_affect_another()
    {
        using var api = new Api(runspaces: 1);
        using Session left = SessionConnections.Connect(api.BaseUri, "left-token");
        using Session right = new(connectSandbox: false);
        const string Connect = "Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId $args[2]";
        object before = right.Must(Connect, api.BaseUri, Token("beta"), Account("beta")).Output.Single().BaseObject;

        left.Must(Connect, api.BaseUri, Token("alpha"), Account("alpha"));
        Assert.Same(before, right.Must("Get-CniConnection").Output.Single().BaseObject);
        left.Must("Disconnect-Cni");

        Assert.Same(before, right.Must("Get-CniConnection").Output.Single().BaseObject);
        Assert.Equal("beta-name", right.Must("Get-CniLoaName beta-1").One<string>());
        Assert.Empty(api.Mixed);
    }

    private static System.Security.SecureString Token(string tenant) => Secret.Of(tenant + "-token");

    private static string Account(string tenant) => tenant + "-account";

    private static void AssertIsOf(string[] tenants, RunningScript script)
    {
        string[] others = [.. Tenants.Except(tenants)];
        string[] written = [.. script.Output.Select(item => $"{item}"), .. script.Streams.Error.Select(error => $"{error} {error.TargetObject}")];

        // Three pages of slots, two interconnects with three lines each, three lines of a CNI's, a name and an error; what connects adds two.
        Assert.Equal(Rounds, script.Streams.Error.Count);
        Assert.Contains(written.Length, new[] { Rounds * 14, Rounds * 16 });
        Assert.All(written, text => Assert.Contains(tenants, text.Contains));
        Assert.All(written, text => Assert.DoesNotContain(others, text.Contains));
    }

    /// <summary>A server with separate data for each account. It records every request with the credential of another account.</summary>
    private sealed class Api : IDisposable
    {
        private readonly ConcurrentDictionary<string, int> _requests = new();
        private readonly Dictionary<string, int> _refusals = [];
        private readonly TaskCompletionSource _allHere = Patience.Signal();
        private readonly ScriptedServer _server;
        private readonly int _runspaces;

        public Api(int runspaces)
        {
            _runspaces = runspaces;
            _server = new ScriptedServer(Answer);
        }

        public string BaseUri => _server.BaseUri;

        public ConcurrentBag<string> Mixed { get; } = [];

        public int RequestsOf(string tenant) => _requests.GetValueOrDefault(tenant);

        public void Dispose() => _server.Dispose();

        // The first request of each runspace waits for those of the others, so that all run at the same time.
        private ScriptedAnswer Answer(ScriptedRequest request)
        {
            if (request.Number == _runspaces)
            {
                _allHere.TrySetResult();
            }

            return AnswerOf(request) with { BeforeHeaders = request.Number <= _runspaces ? _allHere.Task : Task.CompletedTask };
        }

        private ScriptedAnswer AnswerOf(ScriptedRequest request)
        {
            string tenant = request.Target.Split('/')[4].Split('-')[0];
            _requests.AddOrUpdate(tenant, 1, (_, count) => count + 1);
            string other = Tenants.Single(one => one != tenant);
            if (request.Header("Authorization") != $"Bearer {tenant}-token" || (request.Target + request.Body).Contains(other, StringComparison.Ordinal))
            {
                Mixed.Add($"{request.Header("Authorization")}: {request.Method} {request.Target} {request.Body}");
            }

            // A retry must use the same credential. Creations are excluded because they aren't retried.
            return IsRefused(request, tenant)
                ? ScriptedAnswer.Failure(503, $"{tenant} is busy").With("Retry-After", "0")
                : AnswerOf(tenant, request.Line);
        }

        // Timing determines which request is rejected. But no command fails, because no request is rejected more often than it's retried.
        private bool IsRefused(ScriptedRequest request, string tenant)
        {
            string kind = $"{tenant} {request.Line}";
            lock (_refusals)
            {
                int refusals = _refusals.GetValueOrDefault(kind);
                bool isRefused = refusals < MaxRefusals && request.Number % 10 == 0 && request.Method != "POST";
                _refusals[kind] = refusals + (isRefused ? 1 : 0);
                return isRefused;
            }
        }

        private static ScriptedAnswer AnswerOf(string tenant, string line) => line switch
        {
            "GET slots?limit=100" => ScriptedAnswer.Page(1, Slot(tenant, 1)),
            "GET slots?cursor=1&limit=100" => ScriptedAnswer.Page(2, Slot(tenant, 2)),
            "GET slots?cursor=2&limit=100" => ScriptedAnswer.Page(null, Slot(tenant, 3)),
            "GET interconnects?limit=100" => ScriptedAnswer.Page(null, Interconnect(tenant, 1), Interconnect(tenant, 2)),
            "GET cnis?limit=100" => ScriptedAnswer.Page(null),
            _ when line.EndsWith("/status", StringComparison.Ordinal) => ScriptedAnswer.Ok($$"""{"state":"Down","reason":"{{tenant}} is down"}"""),
            _ when line.EndsWith("/loa/default", StringComparison.Ordinal) => ScriptedAnswer.Ok($"\"{tenant}-name\""),
            _ when line.StartsWith("DELETE", StringComparison.Ordinal) => ScriptedAnswer.Ok(""),
            _ when line.StartsWith("PUT cnis/", StringComparison.Ordinal) => ScriptedAnswer.Ok(Cni(tenant, $"{tenant} again")),
            _ when line.Contains(" cnis", StringComparison.Ordinal) => ScriptedAnswer.Ok(Cni(tenant, $"of {tenant}")),
            _ => ScriptedAnswer.Failure(404, $"{tenant} has no such thing"),
        };

        private static string Slot(string tenant, int number) =>
            $$"""{"id":"{{Samples.Id(number)}}","site":"{{tenant}}-site","facility":{"name":"Equinix FR5","address":[]},"speed":"10G","occupied":false}""";

        private static string Interconnect(string tenant, int number) =>
            $$"""{"name":"{{tenant}}-{{number}}","account":"{{tenant}}-account","type":"gcp_partner","region":"{{tenant}}","speed":"1G"}""";

        private static string Cni(string tenant, string description) =>
            $$"""
            {"id":"{{Samples.CniId}}","account":"{{tenant}}-account","interconnect":"{{tenant}}-1","cust_ip":"172.24.0.0/31","p2p_ip":"172.24.0.1/31",
             "magic":{"conduit_name":"{{tenant}}-new","description":"{{description}}","mtu":1500} }
            """;
    }
}
