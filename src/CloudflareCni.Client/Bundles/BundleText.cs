using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CloudflareCni.Circuits;

namespace CloudflareCni.Client;

/// <summary>Creates the lines of the text files in a support bundle.</summary>
/// <param name="content">The content of the bundle.</param>
internal sealed class BundleText(BundleContent content)
{
    /// <summary>Gets the lines of the form that the user fills in.</summary>
    public IEnumerable<string> Readme() =>
    [
        "Support case for Cloudflare Network Interconnect",
        "================================================",
        "",
        "Fill in what you know, and send this file with the others. The files don't contain credentials, MD5 keys or pairing keys.",
        "",
        "Problem:",
        "Started (date, time and time zone):",
        "Ended (date, time and time zone), or ongoing:",
        "Is Magic Transit or Magic WAN traffic affected? Which prefixes:",
        "Recent changes on your side or in the facility:",
        "Ticket at the facility, and its result:",
        "Contact, with time zone:",
        "",
        .. content.Circuits.SelectMany(Link),
        "Files",
        "-----",
        "circuits/      each circuit as the API returned it",
        "timeline.csv   known events, with time zones",
        "requests.csv   the requests that read the circuits, each with the cf-ray by which Cloudflare finds it",
        "findings.txt   next steps and resiliency findings",
        "versions.txt   the versions of the programs",
        .. content.Problems.Count == 0 ? (string[])[] : ["problems.txt   requests that failed"],
    ];

    /// <summary>Gets the rows of the known events, in order of time.</summary>
    public IEnumerable<string[]> Timeline() =>
    [
        ["Time", "Circuit", "Event"],
        .. content.Circuits.SelectMany(Events).OrderBy(one => one.Time).Select(one => new[] { RedactedJson.Time(one.Time), one.Circuit, one.Event }),
    ];

    /// <summary>Gets the rows of the requests.</summary>
    public IEnumerable<string[]> Requests() =>
    [
        ["Time", "Method", "Path", "Status", "CfRay", "Milliseconds"],
        .. content.Requests.Select(request => new[]
        {
            RedactedJson.Time(request.EndedAt),
            request.Report.Method,
            request.Report.Path,
            request.Report.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no response",
            request.Report.Ray ?? "",
            request.Report.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
        }),
    ];

    /// <summary>Gets the lines of the next steps and the resiliency findings.</summary>
    public IEnumerable<string> Findings() =>
    [
        "Next steps",
        "----------",
        .. content.NextSteps.Count == 0 ? ["None: every circuit is healthy and complete."] : content.NextSteps.SelectMany(Step),
        .. content.Resiliency.Count == 0 ? (string[])[] : ["", "Resiliency", "----------"],
        .. content.Resiliency.SelectMany(Report),
    ];

    /// <summary>Gets the lines of the versions.</summary>
    public IEnumerable<string> Versions() => content.Versions.Select(version => $"{version.Key}: {version.Value}");

    private static IEnumerable<string> Link(CniCircuit circuit) =>
    [
        $"Interconnect {circuit.Name}",
        $"  State: {State(circuit)}, read at {RedactedJson.Time(circuit.CheckedAt) ?? "an unknown time"}",
        $"  Facility: {circuit.Facility ?? "none"}, slot: {circuit.SlotId?.ToString() ?? "none"}",
        .. (circuit.Cnis ?? []).Select(cni => $"  CNI {cni.ConduitName}: {cni.CustIp} (you) to {cni.P2pIp} (Cloudflare)"),
        "  Light level that your port receives (dBm):",
        "  Light level that your port sends (dBm):",
        "",
    ];

    private static IEnumerable<(DateTimeOffset Time, string Circuit, string Event)> Events(CniCircuit circuit)
    {
        if (circuit.CreatedOn is { } created)
        {
            yield return (created, circuit.Name, "The Magic side was created.");
        }

        if (circuit.CheckedAt is { } read)
        {
            yield return (read, circuit.Name, $"The state was {State(circuit)}.");
        }
    }

    private static string State(CniCircuit circuit) => LinkConditions.Describe(circuit);

    private static IEnumerable<string> Step(CniNextStep step) =>
        [$"{step.Circuit} {DisplayText.Number(step.Step)}. {step.What}", $"    {step.Why}", $"    Source: {step.Source}"];

    private static IEnumerable<string> Report(CniResiliencyReport report) =>
    [
        $"Working tier: {report.WorkingTier}. Tier when all links are healthy: {report.ConfiguredTier}.",
        .. report.Findings.Select(finding => $"{finding.Rule} {finding.Result}: {finding.Evidence} {finding.Recommendation}".TrimEnd()),
    ];
}
