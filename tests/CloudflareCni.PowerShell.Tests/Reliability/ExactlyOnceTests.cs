using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>New-* after a lost response, and for an object that already exists.</summary>
[Trait("Tier", "Slow")]
public sealed class ExactlyOnceTests
{
    private const string PairingKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1";
    private const string Order = "New-CniInterconnect a0000000-0000-4000-8000-000000000001";
    private const string Create = "New-Cni fra03-wd6-1 -ConduitName core -Mtu 1500";

    private static readonly ScriptedAnswer Lost = ScriptedAnswer.Ok("") with { Reset = true };

    public static TheoryData<string> Both => [Order, Create];

    public static MatrixTheoryData<string, string> Faults => new([Order, Create], ["reset", "cut", "408", "500", "502", "504", "no JSON"]);

    [Theory]
    [MemberData(nameof(Faults))]
    public void After_a_lost_response_the_created_object_is_returned_with_one_warning(string script, string fault)
    {
        using var api = new Api { Fault = FaultOf(fault), Applies = true };

        RunResult result = api.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.Equal(script == Order ? Samples.PhysicalName : "core", Named(Assert.Single(result.Output)));
        Assert.Contains("It was created once.", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(["GET", "POST", "GET"], api.Methods);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void After_a_lost_response_a_missing_object_is_an_unknown_outcome(string script, string fault)
    {
        using var api = new Api { Fault = FaultOf(fault) };

        RunResult result = api.Run(script);

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(["CniOutcomeUnknown"], result.ErrorIds);
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        Assert.IsType<CniApiException>(error.Exception.InnerException);
        Assert.Contains(script == Order ? "Get-CniInterconnect |" : "Get-Cni -Interconnect fra03-wd6-1", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("it's safe to run the command again with -ReuseExisting", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal(["GET", "POST", "GET"], api.Methods);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void If_the_check_also_fails_the_outcome_is_unknown(string script)
    {
        using var api = new Api { Fault = Lost, LooksAgain = ScriptedAnswer.Failure(403, "not for you") };

        RunResult result = api.Run(script);

        Assert.Equal(["CniOutcomeUnknown"], result.ErrorIds);
        Assert.Contains("not for you", result.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["GET", "POST", "GET"], api.Methods);
    }

    [Theory]
    [InlineData(400, "CniBadRequest")]
    [InlineData(409, "CniNameConflict")]
    [InlineData(429, "CniRateLimited")]
    public void A_rejection_is_a_known_outcome(int status, string id)
    {
        using var api = new Api { Fault = ScriptedAnswer.Failure(status, "no") };

        RunResult result = api.Run(Create);

        Assert.Equal([id], result.ErrorIds);
        Assert.Equal(["GET", "POST"], api.Methods);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void An_existing_object_is_an_error_without_a_request(string script)
    {
        using var api = new Api { Exists = true };

        RunResult result = api.Run(script);

        Assert.Equal(["CniAlreadyExists"], result.ErrorIds);
        Assert.Equal(ErrorCategory.ResourceExists, result.Errors[0].CategoryInfo.Category);
        Assert.Empty(result.Output);
        Assert.Equal(["GET"], api.Methods);
    }

    [Theory]
    [InlineData(Order, null)]
    [InlineData(Order + " -Speed 100G", "Speed is 10G, but 100G was requested")]
    [InlineData(Create, null)]
    [InlineData("New-Cni fra03-wd6-1 -ConduitName core -Mtu 1500 -Description spare", "but spare was requested")]
    public void ReuseExisting_returns_the_existing_object_and_lists_differences(string script, string? difference)
    {
        using var api = new Api { Exists = true };

        RunResult result = api.Run(script + " -ReuseExisting");

        Assert.Empty(result.AllErrors);
        Assert.Single(result.Output);
        Assert.Equal(difference is null, !result.Warnings.Any(warning => warning.Contains("was requested", StringComparison.Ordinal)));
        Assert.Contains(difference ?? "", string.Join('\n', result.Warnings), StringComparison.Ordinal);
        Assert.Equal(["GET"], api.Methods);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void ReuseExisting_creates_a_missing_object(string script)
    {
        using var api = new Api { Applies = true };

        Assert.Single(api.Run(script + " -ReuseExisting").Output);
        Assert.Equal(["GET", "POST"], api.Methods);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void WhatIf_only_reads(string script)
    {
        using var api = new Api();

        RunResult result = api.Run(script + " -WhatIf");

        Assert.Empty(result.AllErrors);
        Assert.Contains("What if:", result.Screen, StringComparison.Ordinal);
        Assert.Equal(["GET"], api.Methods);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_GCP_partner_interconnect_is_never_recognised(bool applies)
    {
        using var api = new Api { Fault = Lost, Applies = applies, IsGcp = true };

        RunResult result = api.Run($"New-CniInterconnect -PairingKey {PairingKey} -Bandwidth 1G -Verbose -Debug");

        Assert.Equal(["CniOutcomeUnknown"], result.ErrorIds);
        Assert.Empty(result.Output);
        Assert.Contains(applies ? "are new: gcp-new." : "No new GCP partner interconnect exists yet.", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("gcp-old", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["GET", "POST", "GET"], api.Methods);
        ErrorRecord error = result.Errors[0];
        Assert.DoesNotContain(
            PairingKey[..8],
            string.Join('\n', [result.Screen, .. result.Verbose, .. result.Warnings, $"{error}{error.Exception}{error.TargetObject}{error.ErrorDetails.RecommendedAction}"]),
            StringComparison.Ordinal);
    }

    private static string Named(PSObject item) => item.BaseObject is Cni cni ? cni.Magic.ConduitName : ((CniInterconnect)item.BaseObject).Name;

    private static ScriptedAnswer FaultOf(string fault) => fault switch
    {
        "reset" => Lost,
        "cut" => ScriptedAnswer.Ok(Api.Interconnect) with { Truncate = true },
        "no JSON" => ScriptedAnswer.Ok("<html>a proxy</html>"),
        _ => ScriptedAnswer.Failure(int.Parse(fault, null), "broken"),
    };

    /// <summary>A server with one object to create. It responds to the creation as specified.</summary>
    private sealed class Api : IDisposable
    {
        public const string Interconnect =
            """{"name":"fra03-wd6-1","account":"0123456789abcdef0123456789abcdef","type":"direct","site":"FRA03","facility":{"name":"Equinix FR5","address":["Kleyerstrasse 90"]},"slot_id":"a0000000-0000-4000-8000-000000000001","speed":"10G"}""";

        private const string Cni =
            """{"id":"b0000000-0000-4000-8000-000000000001","account":"0123456789abcdef0123456789abcdef","interconnect":"fra03-wd6-1","cust_ip":"172.24.0.0/31","p2p_ip":"172.24.0.1/31","magic":{"conduit_name":"core","description":"","mtu":1500}}""";

        private readonly ScriptedServer _server;
        private bool _posted;

        public Api() => _server = new ScriptedServer(Answer);

        public bool Exists { get; set; }

        public bool Applies { get; init; }

        public bool IsGcp { get; init; }

        public ScriptedAnswer? Fault { get; init; }

        public ScriptedAnswer? LooksAgain { get; init; }

        public IEnumerable<string> Methods => _server.Requests.Select(request => request.Method);

        // With retries, like the defaults.
        public RunResult Run(string script)
        {
            using Session session = _server.Connect(options: "");
            return session.Run(script);
        }

        public void Dispose() => _server.Dispose();

        private ScriptedAnswer Answer(ScriptedRequest request)
        {
            string thing = request.Target.Contains("/cnis", StringComparison.Ordinal) ? Cni : IsGcp ? Gcp("gcp-new") : Interconnect;
            if (request.Method == "POST")
            {
                _posted = true;
                Exists |= Applies;
                return Fault ?? ScriptedAnswer.Ok(thing);
            }

            string[] before = IsGcp ? [Gcp("gcp-old")] : [];
            return _posted && LooksAgain is not null ? LooksAgain : ScriptedAnswer.Page(null, Exists ? [.. before, thing] : before);
        }

        private static string Gcp(string name) =>
            $$"""{"name":"{{name}}","account":"0123456789abcdef0123456789abcdef","type":"gcp_partner","region":"us-east4","speed":"1G"}""";
    }
}
