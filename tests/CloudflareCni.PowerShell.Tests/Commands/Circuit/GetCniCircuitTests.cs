using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniCircuitTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    private const string Interconnect = """{"name":"NAME","type":"direct","site":"fra01","speed":"10G","slot_id":"a0000000-0000-4000-8000-000000000001","facility":{"name":"FR5","address":[]}DEVICE}""";
    private const string Device = ",\"ccr_device_name\":\"cr1-fra1\"";

    [Fact]
    public void A_circuit_contains_everything_about_a_link()
    {
        using var session = new Session();

        CniCircuit circuit = session.Must("Get-CniCircuit fra03-fr5-3").One<CniCircuit>();

        Assert.Equal(("fra03-fr5-3", "Down", "fra", "fra03", "Equinix FR5", "10G", "1"), (circuit.Name, circuit.State, circuit.Metro, circuit.Site, circuit.Facility, circuit.Speed, circuit.Dataplane));
        Assert.StartsWith("no light", circuit.Reason, StringComparison.Ordinal);
        Assert.Equal(CniMagicMatch.ReservationId, circuit.MagicMatch);
        Assert.Equal("office-gre", Assert.Single(circuit.Cnis!).ConduitName);
        Assert.Equal("10.20.0.0/16", Assert.Single(circuit.Routes!).Prefix);
        Assert.Equal((DateTimeKind.Local, DateTimeKind.Local), (circuit.CheckedAt!.Value.Kind, circuit.CreatedOn!.Value.Kind));
        Assert.Equal(SandboxSamples.Account, circuit.AccountId);
    }

    [Fact]
    public void Each_interconnect_has_a_circuit_in_the_order_of_the_list()
    {
        using var session = new Session();

        IReadOnlyList<CniCircuit> circuits = session.Must("Get-CniCircuit").As<CniCircuit>();

        Assert.Equal(session.Must("Get-CniInterconnect").As<CniInterconnect>().Select(one => one.Name), circuits.Select(circuit => circuit.Name));
        Assert.Equal(CniMagicMatch.Name, circuits.Single(circuit => circuit.Name == SandboxSamples.Gcp).MagicMatch);
        Assert.Equal((0, 0, null), (circuits.Single(circuit => circuit.Name == SandboxSamples.Empty).CniCount, circuits.Single(circuit => circuit.Name == SandboxSamples.Empty).RouteCount, circuits.Single(circuit => circuit.Name == "ams07-am5-6").MagicMatch));
    }

    [Theory]
    [InlineData("gru*, dfw07-da1-1", "gru06-sp3-7 dfw07-da1-1")]
    [InlineData("dfw*, dfw07-*", "dfw07-da1-1 dfw07-da1-4")]
    [InlineData("-State down, PENDING", "fra03-fr5-3 sin04-sg1-5")]
    [InlineData("-Site FRA03", "fra03-fr5-3")]
    [InlineData("-Site fra03 -State Healthy", "")]
    [InlineData("x*", "")]
    public void Names_site_and_state_select_circuits(string arguments, string names)
    {
        using var session = new Session();

        Assert.Equal(names, string.Join(' ', session.Must($"Get-CniCircuit {arguments}").As<CniCircuit>().Select(circuit => circuit.Name)));
    }

    [Theory]
    [InlineData("Get-CniInterconnect | Get-CniCircuit -Verbose")]
    [InlineData("Get-CniInterconnectStatus | Get-CniCircuit -Verbose")]
    [InlineData("Get-CniCircuit | Get-CniCircuit -Verbose")]
    [InlineData("(Get-CniInterconnect).Name | Get-CniCircuit -Verbose")]
    public void Lists_are_read_once_for_all_piped_objects(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script);

        Assert.Equal(9, result.As<CniCircuit>().Count);
        Assert.Equal(4 + 9, result.Requests().Count);
        Assert.All(["GET /interconnects", "GET /cnis", "GET /magic/cf_interconnects", "GET /magic/routes"], list => Assert.Single(result.Requests(), request => request.Split('?')[0] == list));
    }

    [Fact]
    public void A_name_that_does_not_exist_is_an_error_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run("'nowhere', 'gru06-sp3-7', 'a[' | Get-CniCircuit");

        Assert.Equal(["CniNotFound", "CniInvalidArgument"], result.ErrorIds);
        Assert.Equal("gru06-sp3-7", result.One<CniCircuit>().Name);
    }

    [Fact]
    public void Each_account_has_its_own_lists()
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Must("$null = Connect-Cni -Sandbox -ApiToken $args[0]; Get-CniAccount | Get-CniCircuit -Verbose", Secret.Of("two-accounts"));

        Assert.Equal(18, result.As<CniCircuit>().Count);
        Assert.Equal(2, result.As<CniCircuit>().Select(circuit => circuit.AccountId).Distinct().Count());
        Assert.Equal(2 * (4 + 9), result.Requests().Count);
    }

    [Theory]
    [InlineData("/cnis")]
    [InlineData("/magic/cf_interconnects")]
    [InlineData("/magic/routes")]
    [InlineData("/slots")]
    [InlineData("/interconnects/b/status")]
    public void A_part_that_cannot_be_read_is_an_error_and_all_circuits_are_returned(string failing)
    {
        using ScriptedServer server = Serve(request => request.Path == failing ? ScriptedAnswer.Failure(500, "broken") : null, device: "");
        using Session session = server.Connect();

        RunResult result = session.Run("Get-CniCircuit");

        Assert.Equal(["CniServerError"], result.ErrorIds);
        Assert.Contains(failing, result.Errors[0].ToString(), StringComparison.Ordinal);
        IReadOnlyList<CniCircuit> circuits = result.As<CniCircuit>();
        Assert.Equal(["a", "b", "c"], circuits.Select(circuit => circuit.Name));
        Assert.Equal(failing == "/cnis", circuits[0].Cnis is null);
        Assert.Equal(failing is "/magic/cf_interconnects" or "/cnis", circuits[0].Magic is null);
        Assert.Equal(failing is "/magic/routes" or "/cnis", circuits[0].Routes is null);
        Assert.Equal(failing == "/interconnects/b/status", circuits[1].State is null);
        Assert.All(circuits.Where(circuit => circuit.Name != "b"), circuit => Assert.Equal("Healthy", circuit.State));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public void An_account_without_Magic_has_circuits_without_a_Magic_side(int status)
    {
        using ScriptedServer server = Serve(request => request.Path.StartsWith("/magic", StringComparison.Ordinal) ? ScriptedAnswer.Failure(status, "no Magic here") : null);
        using Session session = server.Connect();

        RunResult result = session.Must("Get-CniCircuit -Verbose");

        Assert.All(result.As<CniCircuit>(), circuit => Assert.Equal((0, 0), (circuit.Magic!.Count, circuit.RouteCount)));
        Assert.Contains(result.Verbose, line => line.Contains("can't read Magic Transit or Magic WAN", StringComparison.Ordinal));
    }

    [Fact]
    public void Slots_are_read_only_for_the_device_of_an_interconnect_that_does_not_show_it()
    {
        using ScriptedServer with = Serve(_ => null);
        using ScriptedServer without = Serve(_ => null, device: "");
        using Session one = with.Connect();
        using Session other = without.Connect();

        Assert.All(one.Must("Get-CniCircuit").As<CniCircuit>(), circuit => Assert.Equal("cr1-fra1", circuit.Device));
        Assert.All(other.Must("Get-CniCircuit").As<CniCircuit>(), circuit => Assert.Equal("of-the-slot", circuit.Device));
        Assert.DoesNotContain(with.Requests, request => request.Path == "/slots");
        Assert.StartsWith("GET slots?occupied=true", Assert.Single(without.Requests, request => request.Path == "/slots").Line, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_states_are_read_at_the_same_time()
    {
        // The server responds to the lists only after all of them were requested, and to the CNIs only after the states were requested.
        TaskCompletionSource lists = Patience.Signal();
        TaskCompletionSource states = Patience.Signal();
        int asked = 0;
        int statuses = 0;
        using ScriptedServer server = Serve(request =>
        {
            if (request.Path.EndsWith("/status", StringComparison.Ordinal))
            {
                if (System.Threading.Interlocked.Increment(ref statuses) == 3)
                {
                    states.TrySetResult();
                }

                return null;
            }

            if (System.Threading.Interlocked.Increment(ref asked) == 4)
            {
                lists.TrySetResult();
            }

            return Lists(request, Device) with { BeforeHeaders = request.Path == "/cnis" ? Task.WhenAll(lists.Task, states.Task) : lists.Task };
        });
        using Session session = server.Connect();

        Assert.Equal(["a", "b", "c"], session.Must("Get-CniCircuit").As<CniCircuit>().Select(circuit => circuit.Name));
    }

    [Fact]
    public void Circuits_are_returned_in_order_as_their_states_arrive()
    {
        TaskCompletionSource last = Patience.Signal();
        using ScriptedServer server = Serve(request => request.Path == "/interconnects/c/status" ? ScriptedAnswer.Ok("""{"state":"Down"}""") with { BeforeHeaders = last.Task } : null);
        using Session session = server.Connect();

        // The last state arrives only once the rows before it were written.
        RunResult result = session.Must("$last = $args[0]; Get-CniCircuit | ForEach-Object { if ($_.Name -eq 'b') { $last.SetResult() }; $_.Name }", last);

        Assert.Equal(["a", "b", "c"], result.As<string>());
    }

    [Theory]
    [InlineData("Get-CniInterconnect", "CniInterconnect")]
    [InlineData("Get-CniInterconnectStatus", "CniInterconnectStatus")]
    [InlineData("Get-CniCircuit", "CniCircuit")]
    [InlineData("Get-Cni", "Cni")]
    [InlineData("Get-CniLoaName", "String")]
    [InlineData("Wait-CniInterconnect -State Healthy -TimeoutSec 0", "CniInterconnectStatus")]
    [InlineData("Get-CniRouterConfiguration -Platform Frr", "CniRouterConfiguration")]
    public void Cmdlets_that_accept_interconnects_also_accept_circuits_and_copies(string command, string type)
    {
        using var session = new Session();

        RunResult result = session.Must(
            $$"""
            $circuit = Get-CniCircuit dfw07-da1-1
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($circuit))
            ($circuit | {{command}}).GetType().Name
            ($copy | {{command}}).GetType().Name
            """);

        Assert.Equal([type, type], result.As<string>());
    }

    [Fact]
    public void A_circuit_acts_through_the_connection_and_in_the_account_that_it_was_read_with()
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Must(
            """
            $circuit = Get-CniCircuit gru* -Connection (Connect-Cni -Sandbox -NoDefault -AccountId $args[0])
            $circuit | Get-CniInterconnectStatus -Verbose
            """,
            SandboxSamples.OtherAccount);

        Assert.Equal([SandboxSamples.OtherAccount], result.AccountsAsked());
    }

    [Fact]
    public void Copies_and_CSV_files_contain_all_values()
    {
        using var session = new Session();

        PSObject copy = session.Must(
            "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-CniCircuit dfw07-da1-1), 3))").Output.Single();
        PSObject circuit = session.Must("Get-CniCircuit dfw07-da1-1").Output.Single();

        Assert.Equal("Healthy", copy.Properties["State"].Value.ToString());
        Assert.IsType<DateTime>(PSObject.AsPSObject(copy.Properties["CreatedOn"].Value).BaseObject);
        Assert.Equal("core-primary", circuit.Properties["Magic"].Value.ToString());
        Assert.Equal("10.10.0.0/16 via 172.24.0.0 (priority 100); 10.11.0.0/16 via 172.24.0.0 (priority 100)", circuit.Properties["Routes"].Value.ToString());
        Assert.Equal("Healthy", circuit.Properties["State"].Value.ToString());
    }

    private static ScriptedServer Serve(Func<ScriptedRequest, ScriptedAnswer?> answer, string device = Device) => new(request => answer(request) ?? Lists(request, device));

    private static ScriptedAnswer Lists(ScriptedRequest request, string device) => request.Path switch
    {
        "/interconnects" => ScriptedAnswer.Page(null, Names.Select(name => Interconnect.Replace("NAME", name, StringComparison.Ordinal).Replace("DEVICE", device, StringComparison.Ordinal))),
        "/slots" => ScriptedAnswer.Page(null, Samples.SlotJson(1).Replace(Samples.Id(1), Samples.SlotId.ToString(), StringComparison.Ordinal).Replace("\"speed\"", "\"ccr_device_name\":\"of-the-slot\",\"speed\"", StringComparison.Ordinal)),
        "/cnis" => ScriptedAnswer.Page(null),
        "/magic/cf_interconnects" => ScriptedAnswer.Ok("""{"success":true,"result":{"interconnects":[]}}"""),
        "/magic/routes" => ScriptedAnswer.Ok("""{"success":true,"result":{"routes":[]}}"""),
        _ => ScriptedAnswer.Ok("""{"state":"Healthy"}"""),
    };
}
