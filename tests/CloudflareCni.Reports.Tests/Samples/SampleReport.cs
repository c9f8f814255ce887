using System;
using System.Linq;
using CloudflareCni.Client;
using CloudflareCni.Guidance;
using CloudflareCni.Resiliency;

namespace CloudflareCni.Reports.Tests.Samples;

/// <summary>A report of circuits in every state.</summary>
internal static class SampleReport
{
    private static readonly DateTimeOffset CreatedAt = new(2026, 11, 25, 14, 31, 0, TimeSpan.FromHours(1));

    public static CniCircuit[] Circuits { get; } =
    [
        Sample.Circuit(1, "fra03-fr5-18", conduit: "core-primary", routes: ["10.0.0.0/8", "172.16.0.0/12"]),
        Sample.Circuit(2, "fra03-fr5-19", device: "mx2.fra03", conduit: "core-spare", state: "Unhealthy", reason: "Light level is low: -21.4 dBm", routes: ["10.0.0.0/8"]),
        Sample.Circuit(3, "fra05-itx-4", site: "fra05", facility: "Interxion FRA14", device: "mx1.fra05", speed: "100G", state: "Down", reason: "No light", withCni: false),
        Sample.Circuit(4, "lhr09-ld6-2", metro: "lhr", site: "lhr09", facility: "Equinix LD6", device: "mx1.lhr09", conduit: "uk-primary", routes: ["10.40.0.0/16", "10.41.0.0/16", "10.42.0.0/16", "10.43.0.0/16", "10.44.0.0/16"]),
        Sample.Circuit(5, "lhr09-ld6-3", metro: "lhr", site: "lhr09", facility: "Equinix LD6", device: null, state: "Pending", withCni: false),
        Sample.Circuit(6, "gcp-europe-west3-1", region: "europe-west3", speed: "1G", conduit: "gcp-production", routes: ["10.128.0.0/20"]),
        Sample.Circuit(7, "gru06-sp3-7", metro: "gru", site: "gru06", facility: "Equinix SP3", device: "mx1.gru06", state: null, withCni: false),
    ];

    public static ReportContent Of(string title, params CniCircuit[] circuits) => new(
        title,
        CreatedAt,
        "CloudflareCni.PowerShell 0.1.0",
        circuits,
        [.. circuits.SelectMany(circuit => NextStepGuide.For(circuit, new NextStepOptions(CreatedAt.DateTime)))],
        [ResiliencyTest.Run(circuits, new ResiliencyOptions(CreatedAt.DateTime))]);
}
