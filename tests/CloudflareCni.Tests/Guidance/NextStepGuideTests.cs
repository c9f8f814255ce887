using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Guidance;
using CloudflareCni.Tests.Circuits;
using Xunit;

namespace CloudflareCni.Tests.Guidance;

/// <summary>Tests the next steps for circuits.</summary>
public class NextStepGuideTests
{
    private static readonly Cni Routed = CircuitSamples.Cni("one", "core", mtu: 1476);
    private static readonly Cni WithBgp = CircuitSamples.Cni("one", "core", bgp: new CniBgp(64512, ["0.0.0.0/0"]));

    [Fact]
    public void A_healthy_circuit_with_a_CNI_has_no_steps() => Assert.Empty(Steps(CircuitSamples.Circuit("one")));

    [Theory]
    [InlineData(null, "Save the Letter", "unknown")]
    [InlineData(1, "Save the Letter", "1 day")]
    [InlineData(14, "Save the Letter", "14 days ago")]
    [InlineData(15, "Compare the facility", "15 days ago")]
    [InlineData(28, "Compare the facility", "28 days ago")]
    [InlineData(29, "Compare the facility", "29 days ago")]
    public void The_steps_for_a_pending_circuit_depend_on_its_age(int? days, string first, string age)
    {
        IReadOnlyList<CniNextStep> steps = Steps(Pending(days));

        Assert.StartsWith(first, steps[0].What, StringComparison.Ordinal);
        Assert.Contains(days == 1 ? "24 hours ago" : age, steps[0].Why, StringComparison.Ordinal);
        Assert.Contains("Cloudflare reports Pending", steps[0].Why, StringComparison.Ordinal);
        Assert.Equal(days is { } known ? TimeSpan.FromDays(known) : null, steps[0].Age);
        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.Step));
    }

    [Fact]
    public void Only_a_late_order_goes_to_the_account_team()
    {
        Assert.DoesNotContain(Steps(Pending(28)), step => step.Command?.StartsWith("Export-CniSupportBundle", StringComparison.Ordinal) == true);
        Assert.Contains("account team", Steps(Pending(29))[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Since_takes_precedence_over_the_Magic_side()
    {
        CniNextStep step = Steps(Pending(1), new NextStepOptions(CircuitSamples.Now, CircuitSamples.Now.AddDays(-20)))[0];

        Assert.Equal(TimeSpan.FromDays(20), step.Age);
        Assert.Contains("It began 20 days ago.", step.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_in_the_future_does_not_result_in_a_negative_age() =>
        Assert.Equal(TimeSpan.Zero, Steps(CircuitSamples.Circuit("one", "Pending", createdOn: CircuitSamples.Now.AddDays(1)))[0].Age);

    [Theory]
    [InlineData(null, "Wait a few minutes.")]
    [InlineData(30, "Wait a few minutes.")]
    [InlineData(31, "Check that the pairing key")]
    public void A_GCP_partner_circuit_should_be_pending_only_for_minutes(int? minutes, string first)
    {
        CniCircuit circuit = CircuitSamples.Circuit(
            "gcp", "Pending", interconnect: CircuitSamples.GcpPartner("gcp"), createdOn: minutes is { } known ? CircuitSamples.Now.AddMinutes(-known) : null);

        Assert.StartsWith(first, Steps(circuit)[0].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Down", "no light received (-40.0 dBm): check the cross-connect", "Compare the facility")]
    [InlineData("Down", "NO LIGHT", "Compare the facility")]
    [InlineData("Down", "LOS", "Compare the facility")]
    [InlineData("Unhealthy", "rx power \u221241 dBm", "Compare the facility")]
    [InlineData("Unhealthy", "receive optical level -23.4 dBm is below -20 dBm", "Clean and inspect")]
    [InlineData("Unhealthy", "low light", "Clean and inspect")]
    [InlineData("Unhealthy", "light level too low", "Clean and inspect")]
    [InlineData("Unhealthy", "CRC errors on receive", "Read the error counters")]
    [InlineData("Unhealthy", "link flapping", "Read the error counters")]
    [InlineData("Unhealthy", null, "Check for maintenance")]
    [InlineData("Down", null, "Check for maintenance")]
    [InlineData("Down", " ", "Check for maintenance")]
    [InlineData("Unhealthy", "receive level -3.1 dBm", "Read the reason that Cloudflare gives.")]
    [InlineData("Unhealthy", "no CRC errors, lossless", "Read the reason that Cloudflare gives.")]
    [InlineData("Down", "gremlins", "Read the reason that Cloudflare gives.")]
    [InlineData("Lossy", "no light", "Read the reason that Cloudflare gives.")]
    [InlineData("", null, "Read the reason that Cloudflare gives.")]
    public void The_reason_determines_the_steps_and_unknown_reasons_are_not_guessed(string state, string? reason, string first)
    {
        IReadOnlyList<CniNextStep> steps = Steps(CircuitSamples.Circuit("one", state, reason));

        Assert.StartsWith(first, steps[0].What, StringComparison.Ordinal);
        Assert.All(steps, step => Assert.Equal((state, reason), (step.State, step.Reason)));
        if (!string.IsNullOrWhiteSpace(reason))
        {
            Assert.Contains($"'{reason}'", steps[0].Why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_old_link_without_light_was_disturbed_so_its_fibers_are_not_swapped()
    {
        IReadOnlyList<CniNextStep> steps = Steps(CircuitSamples.Circuit("one", "Down", "no light", createdOn: CircuitSamples.Now.AddDays(-100)));

        Assert.StartsWith("Check for maintenance", steps[0].What, StringComparison.Ordinal);
        Assert.DoesNotContain(steps, step => step.What.StartsWith("Swap", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void A_link_that_went_down_recently_may_be_in_maintenance(int hours, bool isFirst)
    {
        CniCircuit circuit = CircuitSamples.Circuit("one", "Unhealthy", "CRC errors on receive", createdOn: CircuitSamples.Now.AddYears(-1));

        IReadOnlyList<CniNextStep> steps = Steps(circuit, new NextStepOptions(CircuitSamples.Now, CircuitSamples.Now.AddHours(-hours)));

        Assert.Equal(isFirst, steps[0].What.StartsWith("Check for maintenance", StringComparison.Ordinal));
        Assert.Equal(steps.Count, steps.Select(step => step.What).Distinct().Count());
    }

    [Fact]
    public void The_steps_repeat_a_failed_read()
    {
        Assert.Equal("Get-CniInterconnectStatus one", Steps(CircuitSamples.Circuit("one", state: null))[0].Command);
        var withoutCnis = new CniCircuit(CircuitSamples.Physical("one")) { State = "Healthy" };
        Assert.Equal("Get-Cni -Interconnect one", Steps(withoutCnis)[0].Command);
    }

    [Theory]
    [InlineData("2", "New-Cni one -ConduitName <name> -Mtu 1500")]
    [InlineData("1", "New-Cni one -ConduitName <name> -Mtu 1476")]
    public void A_healthy_circuit_without_a_CNI_needs_one(string dataplane, string command) =>
        Assert.Equal(command, Assert.Single(Steps(CircuitSamples.Circuit("one", cnis: [], dataplane: dataplane))).Command);

    [Fact]
    public void A_circuit_without_routes_needs_a_route()
    {
        Assert.StartsWith("Add a static route", Assert.Single(Steps(WithMagic([Routed], []))).What, StringComparison.Ordinal);
        Assert.Empty(Steps(WithMagic([Routed], [CircuitSamples.Route("172.16.0.1")])));
        Assert.Empty(Steps(WithMagic([WithBgp], [])));
        Assert.Empty(Steps(WithMagic([Routed], null)));
    }

    [Theory]
    [InlineData("o'ne", "Get-CniInterconnectStatus 'o''ne'")]
    [InlineData("o\u2019ne", "Get-CniInterconnectStatus 'o\u2019\u2019ne'")]
    [InlineData("$(calc)", "Get-CniInterconnectStatus '$(calc)'")]
    [InlineData("-Force", "Get-CniInterconnectStatus '-Force'")]
    [InlineData("two\nlines", null)]
    [InlineData("o*", null)]
    [InlineData("", null)]
    public void A_name_in_a_command_stays_a_name(string name, string? command) =>
        Assert.Equal(command, Steps(CircuitSamples.Circuit(name, state: null))[0].Command);

    [Fact]
    public void The_API_s_text_is_escaped_for_the_terminal()
    {
        CniNextStep step = Steps(CircuitSamples.Circuit("one", "Down", "\u001b]0;pwned\u0007"))[0];

        Assert.Contains(@"'\u001B]0;pwned\u0007'", step.Why, StringComparison.Ordinal);
        Assert.Equal("\u001b]0;pwned\u0007", step.Reason);
    }

    [Theory]
    [InlineData(CniRouterPlatform.IosXe, "ping 172.16.0.0 size 1500 df-bit", "show ip bgp neighbors 172.16.0.0")]
    [InlineData(CniRouterPlatform.Junos, "ping 172.16.0.0 size 1472 do-not-fragment", "show bgp neighbor 172.16.0.0")]
    [InlineData(CniRouterPlatform.Bird, "ping -M do -s 1472 172.16.0.0", "birdc show protocols all cni_core")]
    public void The_steps_for_a_healthy_circuit_have_the_commands_of_the_router(CniRouterPlatform platform, string ping, string session)
    {
        IReadOnlyList<CniNextStep> steps = Steps(WithMagic([WithBgp], []), Proving(platform));

        Assert.Equal([ping, session], steps.Take(2).Select(step => step.Command));
        Assert.Equal(5, steps.Count);
        Assert.Equal("Get-CniMagicRoute", steps[^1].Command);
    }

    [Fact]
    public void Without_BGP_the_steps_check_the_static_routes()
    {
        IReadOnlyList<CniNextStep> steps = Steps(WithMagic([Routed], [CircuitSamples.Route("172.16.0.1")]), Proving(CniRouterPlatform.NxOs));

        Assert.Equal(["ping 172.16.0.0 packet-size 1448 df-bit", "show ip route static", "Get-CniMagicRoute"], steps.Select(step => step.Command));
        Assert.Contains("1448 bytes", steps[0].What, StringComparison.Ordinal);
        Assert.Contains("1 route uses the link", steps[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_platform_has_every_command()
    {
        foreach (CniRouterPlatform platform in Enum.GetValues<CniRouterPlatform>())
        {
            IReadOnlyList<CniNextStep> steps = [.. Steps(WithMagic([WithBgp], []), Proving(platform)), .. Steps(CircuitSamples.Circuit("one", "Down", "no light"), Proving(platform))];

            Assert.All(steps.Select(step => step.Command), command => Assert.DoesNotMatch("PEER|NAME|SIZE", command ?? ""));
            Assert.All(steps.Where(step => step.What.StartsWith("Check your ", StringComparison.Ordinal)), step => Assert.NotNull(step.Command));
        }
    }

    [Fact]
    public void A_GCP_partner_circuit_has_no_router_of_the_customer()
    {
        CniCircuit circuit = CircuitSamples.Circuit("gcp", interconnect: CircuitSamples.GcpPartner("gcp"), cnis: [WithBgp]);

        IReadOnlyList<CniNextStep> steps = Steps(circuit, Proving(CniRouterPlatform.IosXe));

        Assert.All(steps, step => Assert.Null(step.Command));
        Assert.Contains(steps, step => step.What.Contains("Cloud Router", StringComparison.Ordinal));
    }

    [Fact]
    public void Addresses_that_cannot_be_read_cost_the_command_and_not_the_step()
    {
        CniCircuit circuit = CircuitSamples.Circuit("one", cnis: [CircuitSamples.Cni("one", p2pIp: "; reload", custIp: "")]);

        Assert.Null(Steps(circuit, Proving(CniRouterPlatform.IosXe))[0].Command);
    }

    [Fact]
    public void Every_step_has_a_reason_and_a_source()
    {
        CniCircuit[] circuits =
        [
            .. from state in new[] { "Pending", "Down", "Unhealthy", "Healthy", "Odd", null }
               from reason in new[] { null, "no light", "low light", "CRC", "?" }
               from age in new int?[] { null, 1, 20, 100 }
               select CircuitSamples.Circuit("one", state, reason, createdOn: age is { } days ? CircuitSamples.Now.AddDays(-days) : null),
        ];

        Assert.All(circuits.SelectMany(circuit => Steps(circuit, Proving(CniRouterPlatform.Frr))), step =>
        {
            Assert.EndsWith(".", step.What, StringComparison.Ordinal);
            Assert.NotEmpty(step.Why);
            Assert.Matches("docs|API|RFC", step.Source);
        });
    }

    private static NextStepOptions Proving(CniRouterPlatform? platform) => new(CircuitSamples.Now, null, platform, IncludeHealthy: true);

    private static CniCircuit Pending(int? days) => CircuitSamples.Circuit("one", "Pending", createdOn: days is { } known ? CircuitSamples.Now.AddDays(-known) : null);

    private static CniCircuit WithMagic(IReadOnlyList<Cni> cnis, IReadOnlyList<CniMagicRoute>? routes) => new(CircuitSamples.Physical("one"))
    {
        State = "Healthy",
        Cnis = cnis,
        Magic = [CircuitSamples.Magic("core", version: "2")],
        Dataplane = "2",
        Routes = routes,
    };

    private static IReadOnlyList<CniNextStep> Steps(CniCircuit circuit, NextStepOptions? options = null) =>
        NextStepGuide.For(circuit, options ?? new NextStepOptions(CircuitSamples.Now));
}
