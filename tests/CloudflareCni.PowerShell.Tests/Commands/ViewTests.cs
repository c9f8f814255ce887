using System;
using System.Linq;
using System.Text.RegularExpressions;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>The views on a screen with 120 columns.</summary>
public sealed partial class ViewTests
{
    private const int Width = 120;
    private const string LongAddress = "255.255.255.254/31";
    private static readonly string Long = string.Concat(Enumerable.Repeat("very long text ", 20));
    private static readonly Guid Id = new("ffffffff-eeee-4ddd-8ccc-bbbbbbbbbbbb");
    private static readonly CniFacility Facility = new(Long, [Long, Long]);
    private static readonly CniOrigin Origin = new(SandboxSamples.Account, new Uri("https://api.invalid"));

    [Theory]
    [InlineData("Get-CniSlot", "Site Speed Occupied Id Facility Account")]
    [InlineData("Get-CniInterconnect", "Name Type Location Facility Speed SlotId")]
    [InlineData("Get-CniInterconnect | Get-CniInterconnectStatus", "Interconnect State CheckedAt Reason")]
    [InlineData("Get-Cni", "Interconnect ConduitName CustIp P2pIp MTU ASN Id")]
    [InlineData("Get-CniSettings", "AccountId DefaultAsn")]
    [InlineData("Get-CniMagicInterconnect", "Name Colo Version MTU InterfaceAddress CreatedOn Id")]
    [InlineData("Get-CniMagicRoute", "Prefix NextHop Priority Weight Scope Description")]
    [InlineData("Get-CniAccount", "Name Id")]
    [InlineData("Get-CniCircuit", "Name State Location Facility Speed CNIs Routes Dataplane Reason")]
    [InlineData("Get-Cni -Interconnect dfw07-* | Get-CniRouterConfiguration -Platform OpenBgpd -WarningAction Ignore", "ConduitName Platform InterfaceName Warnings FileName")]
    [InlineData("Get-CniConnection", "AccountId AccountName Authentication Connected BaseUri")]
    public void Each_kind_of_object_has_a_table_whose_rows_fit_on_a_line(string script, string columns)
    {
        using var session = new Session();
        int count = session.Must(script).Output.Count;

        string[] lines = Show(session, script);

        Assert.Equal(columns, string.Join(' ', lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(count + 2, lines.Length);
    }

    [Fact]
    public void Slots_interconnects_and_routes_of_the_sandbox_are_shown_completely()
    {
        using var session = new Session();

        string[] lines =
        [
            .. Show(session, "Get-CniSlot"), .. Show(session, "Get-CniInterconnect"), .. Show(session, "Get-CniMagicInterconnect"), .. Show(session, "Get-CniMagicRoute"),
        ];

        Assert.DoesNotContain(lines, line => line.Contains('…', StringComparison.Ordinal) || line.Contains("...", StringComparison.Ordinal));
    }

    [Fact]
    public void A_slot_always_shows_its_complete_account_and_ID()
    {
        using var session = new Session();

        string row = Row(session, new CniSlot(Id, Facility, true, Long, Long, SandboxSamples.Account));

        AssertWhole(row, SandboxSamples.Account, Id.ToString(), "True");
    }

    [Fact]
    public void An_interconnect_always_shows_its_complete_slot_ID()
    {
        using var session = new Session();

        string row = Row(session, new CniInterconnect(Long, SandboxSamples.Account, "gcp_partner", Long, Facility, Id, speed: Long));

        AssertWhole(row, Id.ToString(), "gcp_partner");
    }

    [Fact]
    public void A_status_with_a_long_reason_stays_on_one_line()
    {
        using var session = new Session();

        string row = Row(session, new CniInterconnectStatus(Long, "Unhealthy", Long, new DateTime(2031, 12, 31, 23, 59, 58)));

        AssertWhole(row, "Unhealthy", "2031-12-31T23:59:58");
    }

    [Fact]
    public void A_CNI_always_shows_its_complete_addresses_MTU_ASN_and_ID()
    {
        using var session = new Session();

        string row = Row(session, new Cni(
            Id, SandboxSamples.Account, Long, LongAddress, "255.255.255.255/31", new CniMagicSettings(Long, Long, 9216), new CniBgp(4294967295, ["0.0.0.0/0"])));

        AssertWhole(row, LongAddress, "255.255.255.255/31", "9216", "4294967295", Id.ToString());
    }

    [Fact]
    public void Settings_show_the_complete_account_and_ASN()
    {
        using var session = new Session();

        AssertWhole(Row(session, new CniSettings(4294967295, Origin)), SandboxSamples.Account, "4294967295");
        AssertWhole(Row(session, new CniSettings(null, Origin)), SandboxSamples.Account);
    }

    [Fact]
    public void A_connection_shows_the_complete_account_and_address()
    {
        using var session = new Session(connectSandbox: false);
        object connection = session.Must("Connect-Cni -ApiToken $args[0] -AccountId $args[1]", Secret.Of("practice"), SandboxSamples.Account).Output[0];

        AssertWhole(Row(session, connection), SandboxSamples.Account, "ApiToken", "True", "https://api.cloudflare.com/client/v4");
    }

    [Fact]
    public void A_running_sandbox_shows_its_port_and_address()
    {
        using var session = new Session(connectSandbox: false);

        object sandbox = session.Must("Start-CniSandbox").Output[0];
        string row = Row(session, sandbox);

        AssertWhole(row, $"http://127.0.0.1:{session.Must("$args[0].Port; $args[0] | Stop-CniSandbox", sandbox).One<int>()}/client/v4");
    }

    private static string Row(Session session, object model) => Show(session, "$args[0]", model)[^1];

    private static string[] Show(Session session, string script, params object[] arguments)
    {
        string screen = Color().Replace(session.Must($"{script} | Out-Default", arguments).Screen, "");
        string[] lines = screen.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, Width));
        return lines;
    }

    [GeneratedRegex("\\x1b\\[[0-9;]*m")]
    private static partial Regex Color();

    private static void AssertWhole(string row, params string[] texts) => Assert.All(texts, text => Assert.Contains(text, row, StringComparison.Ordinal));
}
