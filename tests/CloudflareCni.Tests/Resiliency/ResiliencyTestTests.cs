using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Resiliency;
using CloudflareCni.Tests.Circuits;
using Xunit;

namespace CloudflareCni.Tests.Resiliency;

/// <summary>Tests tiers, rules, losses and blockers.</summary>
public class ResiliencyTestTests
{
    private static readonly CniBgp Bgp = new(64512, ["0.0.0.0/0"]);

    /// <summary>Creates four circuits that reach the tier Maximum.</summary>
    private static readonly CniCircuit[] Maximum =
    [
        Link("a", "fra03", "Equinix FR5", "edge1"), Link("b", "fra03", "Equinix FR5", "edge2"), Link("c", "ams01", "Equinix AM1", "edge3"), Link("d", "ams01", "Equinix AM1", "edge4"),
    ];

    [Fact]
    public void Only_known_devices_and_facilities_count_for_a_tier()
    {
        Assert.Equal(CniResiliencyTier.None, Run().ConfiguredTier);
        Assert.Equal(CniResiliencyTier.None, Run(Maximum[0]).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.Standard, Run(Maximum[0], Maximum[1]).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.High, Run(Maximum[0], Maximum[2]).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.High, Run(Maximum[0], Maximum[1], Maximum[2]).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.Maximum, Run(Maximum).ConfiguredTier);
    }

    [Fact]
    public void Circuits_on_one_device_or_on_unknown_devices_do_not_reach_a_tier()
    {
        Assert.Equal(CniResiliencyTier.None, Run(Link("a", device: "edge1"), Link("b", device: "EDGE1 ")).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.None, Run(Link("a", device: null), Link("b", device: "edge1")).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.None, Run(Link("a", device: null), Link("b", device: " ")).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.None, Run(Gcp("a"), Gcp("b")).ConfiguredTier);
    }

    [Fact]
    public void The_working_tier_counts_healthy_circuits_with_CNIs_only()
    {
        Assert.Equal(CniResiliencyTier.Standard, Run(Maximum[0], Maximum[1], Link("c", "ams01", "Equinix AM1", "edge3", state: "Down")).WorkingTier);
        Assert.Equal(CniResiliencyTier.High, Run(Maximum[0], Maximum[1], Link("c", "ams01", "Equinix AM1", "edge3", state: "Down")).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.None, Run(Maximum[0], Link("c", "ams01", "Equinix AM1", "edge3", cnis: [])).ConfiguredTier);
        Assert.Equal(CniResiliencyTier.None, Run(Maximum[0], Link("c", "ams01", "Equinix AM1", "edge3", state: null)).WorkingTier);
    }

    [Fact]
    public void Every_rule_is_in_a_report_once_and_in_order() => Assert.Equal(
        Enumerable.Range(1, 15).Select(number => $"RES{number:00}"), Run(Maximum).Findings.Select(finding => finding.Rule));

    [Theory]
    [InlineData("edge1", "edge2", CniResiliencyResult.Pass)]
    [InlineData("edge1", "edge1", CniResiliencyResult.Fail)]
    [InlineData("edge1", null, CniResiliencyResult.Unknown)]
    [InlineData(null, null, CniResiliencyResult.Unknown)]
    public void Device_diversity_with_an_unknown_device_is_unknown(string? one, string? other, CniResiliencyResult result) =>
        Assert.Equal(result, Finding("RES02", CniResiliencyTier.Standard, Link("a", device: one), Link("b", device: other)).Result);

    [Fact]
    public void A_third_circuit_on_an_unknown_device_keeps_device_diversity_unknown() =>
        Assert.Equal(CniResiliencyResult.Unknown, Finding("RES02", CniResiliencyTier.Standard, Maximum[0], Maximum[1], Link("x", device: null)).Result);

    [Fact]
    public void Circuits_without_a_facility_may_share_a_device() =>
        Assert.Equal(CniResiliencyResult.Unknown, Finding("RES02", CniResiliencyTier.Standard, Gcp("a"), Gcp("b")).Result);

    [Fact]
    public void Maximum_requires_two_devices_in_each_facility()
    {
        CniResiliencyFinding finding = Finding("RES02", CniResiliencyTier.Maximum, Maximum[0], Maximum[1], Maximum[2]);

        Assert.Equal((CniResiliencyResult.Fail, CniResiliencySeverity.Error), (finding.Result, finding.Severity));
        Assert.Equal(["c"], finding.Subject);
    }

    [Fact]
    public void A_rule_about_failure_domains_also_judges_only_the_healthy_circuits()
    {
        CniResiliencyFinding finding = Finding("RES03", CniResiliencyTier.High, Maximum[0], Link("c", "ams01", "Equinix AM1", "edge3", state: "Down"));

        Assert.Equal(CniResiliencyResult.Fail, finding.Result);
        Assert.Equal("Configured: 2 facilities: Equinix AM1 and Equinix FR5. Working: One facility: Equinix FR5.", finding.Evidence);
    }

    [Fact]
    public void Severities_follow_the_tier()
    {
        Assert.Equal(CniResiliencySeverity.Information, Finding("RES02", CniResiliencyTier.High, Maximum).Severity);
        Assert.Equal(CniResiliencySeverity.Information, Finding("RES03", CniResiliencyTier.Standard, Maximum).Severity);
        Assert.Equal(CniResiliencySeverity.Error, Finding("RES03", CniResiliencyTier.High, Maximum).Severity);
        Assert.Equal(CniResiliencySeverity.Warning, Finding("RES04", CniResiliencyTier.Maximum, Maximum).Severity);
    }

    [Theory]
    [InlineData(CniResiliencyTier.Standard, null, CniResiliencyResult.Pass)]
    [InlineData(CniResiliencyTier.High, null, CniResiliencyResult.Fail)]
    [InlineData(CniResiliencyTier.Standard, 10.0, CniResiliencyResult.Pass)]
    [InlineData(CniResiliencyTier.Standard, 10.5, CniResiliencyResult.Fail)]
    public void The_remaining_bandwidth_is_compared_and_facilities_count_from_the_tier_High(CniResiliencyTier tier, double? required, CniResiliencyResult result)
    {
        var options = new ResiliencyOptions(CircuitSamples.Now, tier, required);

        CniResiliencyReport report = ResiliencyTest.Run([Maximum[0], Maximum[1]], options);

        Assert.Equal(result, report.Findings.Single(finding => finding.Rule == "RES05").Result);
    }

    [Fact]
    public void To_Cloudflare_a_CNI_with_a_Magic_side_counts_as_1_Gbps()
    {
        CniCircuit[] circuits = [Link("a", device: "edge1", isMagic: true), Link("b", device: "edge2", isMagic: true)];

        CniResiliencyFinding finding = ResiliencyTest.Run(circuits, new ResiliencyOptions(CircuitSamples.Now, CniResiliencyTier.Standard, 2)).Findings.Single(one => one.Rule == "RES05");

        Assert.Equal(CniResiliencyResult.Fail, finding.Result);
        Assert.Contains("To Cloudflare, 1 Gbit/s are left; 2 are needed.", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_speed_is_never_enough() =>
        Assert.Equal(CniResiliencyResult.Unknown, ResiliencyTest.Run([Link("a", device: "e1", speed: "fast"), Link("b", device: "e2", speed: null)], new ResiliencyOptions(CircuitSamples.Now, CniResiliencyTier.Standard, 1)).Findings[4].Result);

    [Fact]
    public void A_circuit_that_is_down_lowers_the_working_tier_and_is_named()
    {
        CniResiliencyFinding finding = Finding("RES06", null, Maximum[0], Link("c", "ams01", "Equinix AM1", "edge3", state: "Down"));

        Assert.Equal((CniResiliencyResult.Fail, "c"), (finding.Result, Assert.Single(finding.Subject)));
        Assert.Equal(CniResiliencyResult.Unknown, Finding("RES06", null, Maximum[0], Link("c", "ams01", "Equinix AM1", "edge3", state: null)).Result);
        Assert.Equal(CniResiliencyResult.Pass, Finding("RES06", null, Maximum).Result);
    }

    [Fact]
    public void CNIs_are_compared_with_each_other()
    {
        CniCircuit one = Link("a", device: "e1", cnis: [CircuitSamples.Cni("a", bgp: Bgp, bgpMode: "advertise_only")]);
        CniCircuit other = Link("b", device: "e2", cnis: [CircuitSamples.Cni("b", mtu: 1476, bgp: new CniBgp(64512, ["10.0.0.0/8"]), bgpMode: "advertise_only")]);
        CniCircuit plain = Link("c", device: "e3", cnis: [CircuitSamples.Cni("c")]);

        Assert.Equal(CniResiliencyResult.Pass, Finding("RES07", null, one, other).Result);
        Assert.Equal(["c"], Finding("RES07", null, one, plain).Subject);
        Assert.Equal(CniResiliencyResult.Fail, Finding("RES08", null, one, other).Result);
        Assert.Equal(CniResiliencyResult.Pass, Finding("RES08", null, one, one).Result);
        Assert.Equal(["b"], Finding("RES09", null, one, other).Subject);
        Assert.Equal(CniResiliencyResult.Fail, Finding("RES10", null, one, other).Result);
        Assert.Equal(CniResiliencyResult.Pass, Finding("RES10", null, one, plain).Result);
    }

    [Fact]
    public void Domains_that_only_Google_shows_are_unknown() => Assert.Equal(CniResiliencyResult.Unknown, Finding("RES11", null, Gcp("a"), Gcp("b")).Result);

    [Theory]
    [InlineData("fra03", "Equinix FR5", null, CniResiliencyResult.Pass)]
    [InlineData("atl01", "Digital Realty ATL1", "1", CniResiliencyResult.Fail)]
    [InlineData("atl01", "digital realty atl1", "2", CniResiliencyResult.Pass)]
    [InlineData("atl01", "Digital Realty ATL1", null, CniResiliencyResult.Unknown)]
    [InlineData("cmh01", "Cologix COL3", "2", CniResiliencyResult.Unknown)]
    [InlineData("lhr01", "Equinix FR5", null, CniResiliencyResult.Unknown)]
    [InlineData("fra03", "Cellar", "2", CniResiliencyResult.Unknown)]
    public void The_list_of_locations_only_informs(string site, string facility, string? dataplane, CniResiliencyResult result)
    {
        CniResiliencyFinding finding = Finding("RES12", null, Link("a", site, facility, "e1", dataplane: dataplane));

        Assert.Equal((result, CniResiliencySeverity.Information), (finding.Result, finding.Severity));
        Assert.Contains("as of 20", finding.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_person_knows_the_backup_and_the_last_test()
    {
        Assert.Equal(CniResiliencyResult.Manual, Finding("RES13", null, Maximum).Result);
        Assert.Equal(CniResiliencyResult.Manual, Finding("RES14", null, Maximum).Result);
        Assert.Equal(CniResiliencyResult.Pass, TestedBefore(180).Result);
        Assert.Equal(CniResiliencyResult.Fail, TestedBefore(181).Result);
        Assert.Equal(CniResiliencyResult.Manual, Finding("RES15", null, Maximum).Result);

        static CniResiliencyFinding TestedBefore(int days) => ResiliencyTest
            .Run(Maximum, new ResiliencyOptions(CircuitSamples.Now, LastFailoverTest: CircuitSamples.Now.AddDays(-days))).Findings.Single(finding => finding.Rule == "RES14");
    }

    [Theory]
    [InlineData("A", "a")]
    [InlineData("edge2", "b")]
    [InlineData("equinix am1", "c,d")]
    [InlineData("fra03", "a,b")]
    public void The_loss_of_a_part_includes_all_circuits_in_it(string part, string lost)
    {
        CniResiliencyReport report = ResiliencyTest.Run(Maximum, new ResiliencyOptions(CircuitSamples.Now, Without: [part, "elsewhere"]));

        Assert.Equal(lost, string.Join(",", report.Lost));
        Assert.Equal(Maximum.Select(circuit => circuit.Name).Except(report.Lost), report.Circuits);
        Assert.Equal([part], report.Without);
    }

    [Fact]
    public void Names_that_match_nothing_are_found() => Assert.Equal(["elsewhere"], ResiliencyParts.Unknown(["EDGE1", "elsewhere", "fra03", "d"], Maximum));

    [Fact]
    public void Blockers_show_what_is_missing_and_what_is_not_healthy()
    {
        CniResiliencyReport report = ResiliencyTest.Run(
            [Maximum[0], Link("b", device: null), Link("c", "ams01", "Equinix AM1", "edge3", state: "Down", reason: "no light"), Link("e", cnis: [])],
            new ResiliencyOptions(CircuitSamples.Now, CniResiliencyTier.Maximum));

        Assert.Equal(
            [
                "Maximum requires 4 circuits with CNIs, but there are 3.",
                "Maximum requires two devices in each of two facilities, but no facility has two known devices.",
                "The API doesn't show the device of b in Equinix FR5, so it isn't known whether there are two.",
                "c is Down ('no light').",
                "e has no CNI, so it doesn't count.",
            ],
            report.Blockers);
    }

    [Fact]
    public void The_next_tier_is_the_one_above_the_working_tier()
    {
        CniResiliencyReport report = Run(Maximum[0], Maximum[1]);

        Assert.Equal((CniResiliencyTier.High, false), (report.Tier, report.IsTierReached));
        Assert.Equal("High requires two facilities, but only Equinix FR5 is known.", Assert.Single(report.Blockers));
        Assert.Equal((CniResiliencyTier.Maximum, true), (Run(Maximum).Tier, Run(Maximum).IsTierReached));
        Assert.Empty(Run(Maximum).Blockers);
    }

    [Fact]
    public void A_tier_is_reached_only_with_the_required_bandwidth()
    {
        Assert.True(Reaches(CniResiliencyTier.Maximum, null));
        Assert.True(Reaches(CniResiliencyTier.High, 20));
        Assert.False(Reaches(CniResiliencyTier.High, 21));

        static bool Reaches(CniResiliencyTier tier, double? required) => ResiliencyTest.Run(Maximum, new ResiliencyOptions(CircuitSamples.Now, tier, required)).IsTierReached;
    }

    [Fact]
    public void Names_from_the_API_stay_on_one_line() =>
        Assert.All(ResiliencyTest.Run([Link("a\nb", facility: "x\u001b[2J", device: null), Link("c", facility: "x\u001b[2J")], new ResiliencyOptions(CircuitSamples.Now, CniResiliencyTier.Maximum)).Findings, finding => Assert.DoesNotMatch("[\n\u001b]", finding.Evidence));

    private static CniCircuit Link(
        string name,
        string? site = "fra03",
        string facility = "Equinix FR5",
        string? device = null,
        string? state = "Healthy",
        string? reason = null,
        string? speed = "10G",
        string? dataplane = null,
        IReadOnlyList<Cni>? cnis = null,
        bool isMagic = false) =>
        new(CircuitSamples.Physical(name, site, facility, speed: speed))
        {
            Metro = CloudflareCni.Circuits.CircuitJoin.Metro(site),
            Device = device,
            State = state,
            Reason = reason,
            Cnis = cnis ?? [CircuitSamples.Cni(name)],
            Magic = isMagic ? [CircuitSamples.Magic(name)] : [],
            Dataplane = dataplane,
        };

    private static CniCircuit Gcp(string name) => new(CircuitSamples.GcpPartner(name)) { State = "Healthy", Cnis = [CircuitSamples.Cni(name)] };

    private static CniResiliencyReport Run(params CniCircuit[] circuits) => ResiliencyTest.Run(circuits, new ResiliencyOptions(CircuitSamples.Now));

    private static CniResiliencyFinding Finding(string rule, CniResiliencyTier? tier, params CniCircuit[] circuits) =>
        ResiliencyTest.Run(circuits, new ResiliencyOptions(CircuitSamples.Now, tier)).Findings.Single(finding => finding.Rule == rule);
}
