using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Resiliency;
using CloudflareCni.Tests.Circuits;
using CloudflareCni.Tests.Properties;
using CsCheck;
using Xunit;

namespace CloudflareCni.Tests.Resiliency;

/// <summary>Tests properties that every group of circuits has.</summary>
public class ResiliencyProperties
{
    private const int Few = 300;

    private static readonly Gen<CniCircuit> Circuit = Gen.Select(
        Gen.Int[0, 12], Cases.Any<string?>("fra03", "fra08", "ams01", null), Cases.Any("Equinix FR5", "equinix fr5", "Equinix AM1", " "), Cases.Any<string?>("e1", "E1", "e2", "e3", "e4", null, ""),
        Cases.Any<string?>("Healthy", "healthy", "Down", "Pending", "?", null), Cases.Any<string?>("10G", "100G", "500M", "?", null), Gen.Int[-1, 2])
        .Select((number, site, facility, device, state, speed, cnis) => new CniCircuit(CircuitSamples.Physical($"link{number}", site, facility, speed: speed))
        {
            Metro = CloudflareCni.Circuits.CircuitJoin.Metro(site),
            Device = device,
            State = state,
            Cnis = cnis < 0 ? null : [.. Enumerable.Range(0, cnis).Select(_ => CircuitSamples.Cni($"link{number}"))],
        });

    private static readonly Gen<CniCircuit[]> Circuits = Circuit.Array[0, 8];

    private static readonly Gen<string[]> Parts = Cases.Any("link1", "link2", "e1", "e2", "Equinix FR5", "EQUINIX AM1", "fra03", "ams01", "nothing").Array[0, 4];

    [Fact]
    public void Losing_more_never_raises_a_tier() => Gen.Select(Circuits, Parts, Parts).Sample(
        (circuits, lost, more) =>
        {
            CniResiliencyReport before = Run(circuits, lost);
            CniResiliencyReport after = Run(circuits, [.. lost, .. more]);
            return after.ConfiguredTier <= before.ConfiguredTier && after.WorkingTier <= before.WorkingTier;
        },
        iter: Cases.Count(Few));

    [Fact]
    public void Adding_a_circuit_never_lowers_a_tier() => Gen.Select(Circuits, Circuit).Sample(
        (circuits, added) =>
        {
            CniResiliencyReport before = Run(circuits);
            CniResiliencyReport after = Run([.. circuits, added]);
            return after.ConfiguredTier >= before.ConfiguredTier && after.WorkingTier >= before.WorkingTier;
        },
        iter: Cases.Count(Few));

    [Fact]
    public void The_working_tier_is_never_above_the_configured_tier() => Circuits.Sample(circuits => Run(circuits) is var report && report.WorkingTier <= report.ConfiguredTier, iter: Cases.Count(Few));

    [Fact]
    public void The_order_of_the_circuits_does_not_matter() => Gen.Select(Circuits, Gen.Int).Sample(
        (circuits, seed) =>
        {
            // A reader can't distinguish circuits with the same name, so each name occurs only once.
            CniCircuit[] distinct = [.. circuits.GroupBy(circuit => circuit.Name).Select(group => group.First())];
            CniCircuit[] shuffled = [.. distinct];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Text(Run(distinct)), Text(Run(shuffled)));
        },
        iter: Cases.Count(Few));

    [Fact]
    public void A_tier_that_is_not_reached_has_a_blocker() => Gen.Select(Circuits, Cases.Any(CniResiliencyTier.Standard, CniResiliencyTier.High, CniResiliencyTier.Maximum)).Sample(
        (circuits, tier) =>
        {
            CniResiliencyReport report = ResiliencyTest.Run(circuits, new ResiliencyOptions(CircuitSamples.Now, tier));
            return report.IsTierReached == (report.WorkingTier >= tier) && report.IsTierReached == (report.Blockers.Count == 0);
        },
        iter: Cases.Count(Few));

    [Fact]
    public void A_pass_of_the_device_rule_needs_every_device_in_a_facility_with_two_circuits() => Circuits.Sample(
        circuits =>
        {
            CniResiliencyFinding finding = ResiliencyTest.Run(circuits, new ResiliencyOptions(CircuitSamples.Now, CniResiliencyTier.Standard)).Findings.Single(one => one.Rule == "RES02");
            bool isUnknown = circuits.Where(circuit => circuit.Cnis is { Count: > 0 })
                .GroupBy(circuit => circuit.Facility!.Trim(), StringComparer.OrdinalIgnoreCase)
                .Any(facility => facility.Count() > 1 && facility.Any(circuit => string.IsNullOrWhiteSpace(circuit.Device)));
            return !isUnknown || finding.Result != CniResiliencyResult.Pass;
        },
        iter: Cases.Count(Few));

    private static CniResiliencyReport Run(IReadOnlyList<CniCircuit> circuits, params string[] without) =>
        ResiliencyTest.Run(circuits, new ResiliencyOptions(CircuitSamples.Now, Without: without));

    private static string Text(CniResiliencyReport report) =>
        $"{report} {string.Join("\n", report.Findings.Select(finding => $"{finding} {finding.Recommendation} {string.Join(",", finding.Subject)}"))} {string.Join("\n", report.Blockers)}";
}
