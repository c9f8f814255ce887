using System;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniTests
{
    [Fact]
    public void All_CNIs_are_returned_page_by_page()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-Cni -PageSize 3 -Verbose");

        Assert.Equal(
            ["core-primary", "core-secondary", "office-gre", "warp-return", "backup-gre", "lab", "gcp-production", "gcp-staging"],
            result.As<Cni>().Select(cni => cni.Magic.ConduitName));
        Assert.Equal(3, result.Requests().Count);
    }

    [Theory]
    [InlineData("Get-Cni $args[0] -Verbose")]
    [InlineData("Get-Cni -Id $args[0].Id -Verbose")]
    [InlineData("Get-Cni $args[0].Id.ToString() -Verbose")]
    [InlineData("$args[0] | Get-Cni -Verbose")]
    [InlineData("$args[0].Id | Get-Cni -Verbose")]
    [InlineData("$args[0].Id.ToString() | Get-Cni -Verbose")]
    [InlineData("[pscustomobject]@{ Id = $args[0].Id } | Get-Cni -Verbose")]
    public void Getting_one_CNI_by_ID_takes_one_request(string script)
    {
        using var session = new Session();
        Cni cni = session.CniNamed("lab");

        RunResult result = session.Must(script, cni);

        Assert.Equal(cni.Id, result.One<Cni>().Id);
        Assert.Equal([$"GET /cnis/{cni.Id}"], result.Requests());
    }

    [Fact]
    public void A_CNI_has_the_fields_of_the_API()
    {
        using var session = new Session();

        Cni cni = session.CniNamed("backup-gre");

        Assert.Equal("sin04-sg1-5", cni.Interconnect);
        Assert.Equal("172.24.0.8/31", cni.CustIp);
        Assert.Equal("172.24.0.9/31", cni.P2pIp);
        Assert.Equal("Backup over dataplane v1", cni.Magic.Description);
        Assert.Equal(1476, cni.Magic.Mtu);
        Assert.Equal(65010, cni.Bgp!.CustomerAsn);
        Assert.Equal(["0.0.0.0/0"], cni.Bgp.ExtraPrefixes);
        Assert.Equal("practice key 1", cni.Bgp.Md5Key);
        Assert.Equal("dynamic_route_exchange", cni.BgpMode);
        Assert.Equal(SandboxSamples.Account, cni.Account);
        Assert.Equal(SandboxSamples.Account, cni.AccountId);
    }

    [Fact]
    public void An_invalid_or_unknown_ID_is_an_error_and_the_command_continues()
    {
        using var session = new Session();
        Cni cni = session.CniNamed("lab");

        RunResult result = session.Run("Get-Cni lab, $args[0], $args[1] -Verbose", SandboxSamples.Unknown, cni);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniInvalidArgument", "CniNotFound"], result.ErrorIds);
        Assert.Equal(cni.Id, result.One<Cni>().Id);
        Assert.Equal(2, result.Requests().Count);
    }

    [Theory]
    [InlineData("Get-Cni -Slot $args[0] -Verbose")]
    [InlineData("Get-Cni -Slot $args[0].Id -Verbose")]
    [InlineData("Get-Cni -Slot $args[0].Id.ToString() -Verbose")]
    [InlineData("$args[0] | Get-Cni -Verbose")]
    public void CNIs_on_a_slot_are_filtered_by_the_server(string script)
    {
        using var session = new Session();
        CniSlot slot = session.Must("Get-CniInterconnect $args[0] | ForEach-Object { Get-CniSlot $_.SlotId }", SandboxSamples.Carrying).One<CniSlot>();

        RunResult result = session.Must(script, slot);

        Assert.Equal("core-primary", result.One<Cni>().Magic.ConduitName);
        Assert.Equal([$"GET /cnis?slot={slot.Id}&limit=100"], result.Requests());
    }

    [Fact]
    public void Several_slots_return_the_CNIs_on_each_slot()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniSlot -Occupied $true | Get-Cni");

        Assert.Equal(6, result.As<Cni>().Select(cni => cni.Id).Distinct().Count());
        Assert.Equal(6, result.Output.Count);
    }

    [Fact]
    public void The_tunnel_is_filtered_by_the_server()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-Cni -TunnelId c4a7362d577a6c3019a474fd6f485821 -Verbose");

        Assert.Empty(result.Output);
        Assert.Equal(["GET /cnis?tunnel_id=c4a7362d577a6c3019a474fd6f485821&limit=100"], result.Requests());
    }

    [Theory]
    [InlineData(SandboxSamples.Carrying, "core-primary")]
    [InlineData(SandboxSamples.Gcp, "gcp-production")]
    [InlineData(SandboxSamples.Empty, "")]
    public void An_interconnect_returns_its_CNIs_physical_or_not(string name, string conduits)
    {
        using var session = new Session();

        foreach (string script in new[] { "Get-CniInterconnect $args[0] | Get-Cni", "Get-Cni -Interconnect $args[0]", "Get-Cni -Interconnect (Get-CniInterconnect $args[0])" })
        {
            Assert.Equal(conduits, string.Join(' ', session.Must(script, name).As<Cni>().Select(cni => cni.Magic.ConduitName)));
        }
    }

    [Fact]
    public void A_physical_interconnect_requests_only_the_CNIs_on_its_slot()
    {
        using var session = new Session();
        CniInterconnect interconnect = session.Must("Get-CniInterconnect $args[0]", SandboxSamples.Carrying).One<CniInterconnect>();

        RunResult result = session.Must("$args[0] | Get-Cni -Verbose", interconnect);

        Assert.Equal([$"GET /cnis?slot={interconnect.SlotId}&limit=100"], result.Requests());
    }

    [Fact]
    public void Several_interconnects_return_all_their_CNIs()
    {
        using var session = new Session();

        Assert.Equal(8, session.Must("Get-CniInterconnect | Get-Cni").As<Cni>().Select(cni => cni.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("Get-Cni -Interconnect dfw07* -Verbose", "core-primary warp-return")]
    [InlineData("Get-Cni -Interconnect dfw07-da1-1, gcp-us-east4-8, DFW07* -Verbose", "core-primary warp-return gcp-production")]
    [InlineData("Get-Cni -Interconnect nothing* -Verbose", "")]
    public void Names_and_wildcards_take_one_request_together(string script, string conduits)
    {
        using var session = new Session();

        RunResult result = session.Must(script);

        Assert.Equal(conduits, string.Join(' ', result.As<Cni>().Select(cni => cni.Magic.ConduitName)));
        Assert.Equal(["GET /cnis?limit=100"], result.Requests());
    }

    [Fact]
    public void A_name_that_does_not_exist_is_an_error_among_others()
    {
        using var session = new Session();

        RunResult result = session.Run("Get-Cni -Interconnect $args[0], nowhere, $args[1], 'x[' -Verbose", SandboxSamples.Carrying, SandboxSamples.Empty);

        Assert.Equal("core-primary", result.One<Cni>().Magic.ConduitName);
        Assert.Equal(["CniInvalidArgument", "CniNotFound"], result.ErrorIds);
        Assert.Equal(["x[", "nowhere"], result.Errors.Select(error => error.TargetObject));
        Assert.Equal(["GET /cnis?limit=100", "GET /interconnects/nowhere", $"GET /interconnects/{SandboxSamples.Empty}"], result.Requests());
    }
}
