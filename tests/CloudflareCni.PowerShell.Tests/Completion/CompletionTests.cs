using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Completion;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("Get-CniInterconnect ", "dfw07-da1-1", "direct, dfw07")]
    [InlineData("Get-CniInterconnectStatus -Name fra03-fr5-3", "fra03-fr5-3", "Equinix FR5")]
    [InlineData("Wait-CniInterconnect gcp-us", "gcp-us-east4-8", "us-east4")]
    [InlineData("Remove-CniInterconnect gru", "gru06-sp3-7", "gru06")]
    [InlineData("Save-CniLoa dfw", "dfw07-da1-1", "dfw07")]
    [InlineData("Get-CniLoaName dfw", "dfw07-da1-1", "dfw07")]
    [InlineData("New-Cni dfw", "dfw07-da1-1", "dfw07")]
    [InlineData("Get-Cni -Interconnect dfw", "dfw07-da1-1", "dfw07")]
    [InlineData("Get-CniSlot -Site fr", "fra03", "Equinix FR5")]
    [InlineData("Get-CniInterconnect -Site fra", "fra03", "slots free")]
    [InlineData("Get-CniInterconnect -Type g", "gcp_partner", "Google")]
    [InlineData("Get-CniSlot -Speed 10", "10G", "slots free")]
    [InlineData("New-CniInterconnect -PairingKey x -Bandwidth 50", "50M", "50Mbit/s")]
    [InlineData("New-Cni dfw07-da1-1 -Mtu 14", "1476", "GRE")]
    [InlineData("Set-Cni x -Mtu 15", "1500", "dataplane v2")]
    [InlineData("New-Cni dfw07-da1-1 -ConduitName core-p", "core-primary", "in use on dfw07-da1-1")]
    [InlineData("Set-Cni -ConduitName core-p", "core-primary", "dfw07-da1-1")]
    [InlineData("Set-Cni x -BgpMode adv", "advertise_only", "advertise_only")]
    [InlineData("Get-CniRouterConfiguration core-p", "7edea0af-8258-40b9-8cae-d7002b2ca798", "dfw07-da1-1")]
    [InlineData("Get-CniRouterConfiguration -Platform Ju", "Junos", "Juniper Junos")]
    [InlineData("Get-CniRouterConfiguration -Platform Fr", "Frr", "FRRouting 8.4 or later")]
    [InlineData("Get-CniRouterConfiguration -Platform Junos -InterfaceName ", "xe-0/0/0", "Juniper Junos")]
    [InlineData("Get-CniRouterConfiguration -InterfaceName Hu", "HundredGigE0/0/0", "Cisco IOS XE")]
    [InlineData("Get-CniRouterConfiguration -RoutePriority 5", "50", "13335:60050")]
    [InlineData("Wait-CniInterconnect x -State H", "Healthy", "carries traffic")]
    [InlineData("Get-CniCircuit dfw07-da1-1", "dfw07-da1-1", "direct, dfw07")]
    [InlineData("Get-CniCircuit -Site fr", "fra03", "Equinix FR5")]
    [InlineData("Get-CniCircuit -State P", "Pending", "not in service yet")]
    [InlineData("Export-CniConfiguration x.json -Interconnect fra03-fr5-3", "fra03-fr5-3", "Equinix FR5")]
    [InlineData("Export-CniReport x.html dfw", "dfw07-da1-1", "dfw07")]
    [InlineData("Export-CniSupportBundle x.zip dfw", "dfw07-da1-1", "dfw07")]
    [InlineData("Get-CniMagicInterconnect core-p", "core-primary", "dataplane 2, dfw07")]
    [InlineData("Get-CniMagicRoute 10.10", "10.10.0.0/16", "via 172.24.0.0, via 172.24.0.2")]
    [InlineData("Get-CniMagicRoute -NextHop 172.24.0.8", "172.24.0.8", "to 10.20.0.0/16")]
    [InlineData("Get-CniAccount Sand", "'Sandbox Example Networks'", "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20")]
    [InlineData("Get-CniSlot -AccountId Sand", "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20", "Sandbox Example Networks")]
    public void Existing_objects_are_offered_with_a_description(string line, string value, string what)
    {
        using var session = new Session();

        CompletionResult match = Complete(session, line).First(match => match.CompletionText == value);

        Assert.Contains(what, match.ToolTip, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-CniInterconnect x[")]
    [InlineData("Get-CniInterconnect 'x[")]
    [InlineData("Get-Cni -Interconnect x[")]
    [InlineData("Get-CniSlot -Site [")]
    [InlineData("Remove-Cni [")]
    public void An_invalid_wildcard_pattern_has_no_completions(string line)
    {
        using var session = new Session();

        Assert.Empty(CompleteOnce(session, line));
    }

    [Theory]
    [InlineData("Get-CniSlot ")]
    [InlineData("Get-CniSlot -Id ")]
    [InlineData("Get-Cni -Slot ")]
    public void Slots_are_offered_by_their_IDs_with_site_facility_speed_and_use(string line)
    {
        using var session = new Session();
        IReadOnlyList<CniSlot> slots = session.Must("Get-CniSlot").As<CniSlot>();

        IReadOnlyList<CompletionResult> matches = Complete(session, line);

        Assert.Equal(slots.Select(slot => slot.Id.ToString()).Order(), matches.Select(match => match.CompletionText).Order());
        CniSlot some = slots[5];
        CompletionResult shown = matches.Single(match => match.CompletionText == some.Id.ToString());
        string what = $"{some.Site}, {some.Facility.Name}, {some.Speed}, {(some.Occupied ? "occupied" : "free")}";
        Assert.Equal((what, $"{some.Id}  {what}"), (shown.ToolTip, shown.ListItemText));
    }

    [Fact]
    public void Only_free_slots_are_offered_for_an_order_and_a_site_finds_its_slots()
    {
        using var session = new Session();
        IEnumerable<string> free = session.Must("Get-CniSlot -Occupied $false -Site fra03").As<CniSlot>().Select(slot => slot.Id.ToString());

        Assert.Equal(free.Order(), Complete(session, "New-CniInterconnect -Slot fra03").Select(match => match.CompletionText).Order());
    }

    [Fact]
    public void A_conduit_name_finds_the_ID_of_its_CNI()
    {
        using var session = new Session();
        Cni cni = session.CniNamed("core-primary");

        foreach (string command in new[] { "Get-Cni", "Set-Cni", "Remove-Cni" })
        {
            CompletionResult match = Assert.Single(Complete(session, $"{command} core-pri"));
            Assert.Equal(cni.Id.ToString(), match.CompletionText);
            Assert.Equal($"{cni.Id}  core-primary, on dfw07-da1-1, {cni.CustIp}", match.ListItemText);
        }
    }

    [Theory]
    [InlineData("Get-Cni -Interconnect 'gru", "'gru06-sp3-7'")]
    [InlineData("Get-Cni -Interconnect \"gru", "\"gru06-sp3-7\"")]
    [InlineData("Get-Cni -Interconnect gru", "gru06-sp3-7")]
    public void Quotation_marks_are_kept(string line, string value)
    {
        using var session = new Session();

        Assert.Equal([value], Complete(session, line).Select(match => match.CompletionText));
    }

    [Fact]
    public void Special_names_are_quoted_and_names_with_control_characters_are_not_offered()
    {
        string[] names = ["my link; it's $mine", "$(evil)", "turn\\u001b[31m", "plain"];
        using var server = new ScriptedServer(_ => ScriptedAnswer.Page(null, names.Select(
            name => $$"""{"name":"{{name}}","account":"{{Samples.AccountId}}","type":"direct\u001b[2J","site":"FRA03"}""")));
        using Session session = server.Connect();

        IReadOnlyList<CompletionResult> bare = Complete(session, "Get-CniInterconnect ");
        IReadOnlyList<CompletionResult> quoted = Complete(session, "Get-CniInterconnect \"");

        Assert.Equal(["'$(evil)'", "'my link; it''s $mine'", "plain"], bare.Select(match => match.CompletionText).Order(StringComparer.Ordinal));
        Assert.Contains("\"my link; it's `$mine\"", quoted.Select(match => match.CompletionText));
        Assert.DoesNotContain(bare, match => (match.ToolTip + match.ListItemText).Any(char.IsControl));
    }

    [Fact]
    public void Completions_are_cached_for_a_short_time()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Page(null, Samples.SlotJson(1)));
        using Session session = server.Connect();

        Complete(session, "Get-CniSlot -Site f");
        Complete(session, "Get-CniSlot -Speed 1");
        Complete(session, "New-CniInterconnect ");

        Assert.Single(server.Requests);
    }

    [Fact]
    public void Completion_does_not_wait_for_a_hanging_server_or_retry_immediately()
    {
        Task never = Patience.Signal().Task;
        using var server = new ScriptedServer(_ => ScriptedAnswer.Page(null) with { BeforeHeaders = never });
        using Session session = server.Connect();

        Assert.Empty(CompleteOnce(session, "Get-CniSlot -Site f"));
        Assert.Empty(CompleteOnce(session, "Get-CniSlot -Site fr"));

        Assert.InRange(server.Requests.Count, 0, 1);
        Assert.Empty((System.Collections.ICollection)session.Must("$Error").Output);
    }

    [Theory]
    [InlineData("Get-CniSlot -Site f", true)]
    [InlineData("Get-CniSlot -Site f", false)]
    public void Without_a_server_or_a_connection_nothing_is_offered_without_an_error(string line, bool connected)
    {
        using Session session = connected ? SessionConnections.Connect(ScriptedServer.DeadAddress()) : new Session(connectSandbox: false);

        Assert.Empty(CompleteOnce(session, line));
        Assert.Empty(session.Must("$Error").Output);
    }

    [Fact]
    public void A_connection_in_the_command_line_is_used()
    {
        using var session = new Session(connectSandbox: false);
        session.Must("$practice = Connect-Cni -Sandbox; Disconnect-Cni; $practice = Connect-Cni -Sandbox; $other = $practice");

        Assert.Contains(Complete(session, "Get-CniInterconnect -Connection $practice dfw"), match => match.CompletionText == "dfw07-da1-1");
    }

    // Completion at the end of a line, without the file names that the engine offers as a fallback.
    // Completion doesn't wait long for a list. A list that arrives too late, which happens on a busy computer, is available the next time.
    private static List<CompletionResult> Complete(Session session, string line) =>
        Enumerable.Range(0, 100).Select(_ => CompleteOnce(session, line)).FirstOrDefault(matches => matches.Count > 0, []);

    private static List<CompletionResult> CompleteOnce(Session session, string line) => session
        .Must("[System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches", line)
        .As<CompletionResult>()
        .Where(match => match.ResultType == CompletionResultType.ParameterValue)
        .ToList();
}
