using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CloudflareCni.Client;

/// <summary>Creates the section about resiliency: the tiers, what blocks the next tier, and the findings.</summary>
internal static class ResiliencySection
{
    private static readonly string[] Columns = ["Rule", "Result", "Evidence", "What to do", "About", "Source"];

    public static XElement Create(IReadOnlyList<CniResiliencyReport> reports) => Html.Section(
        "resiliency",
        "Resiliency",
        reports.Count == 0 ? Html.Element("p", "There are no circuits.") : reports.Select(report => Report(report, reports.Count > 1)));

    private static XElement Report(CniResiliencyReport report, bool isNamed) => Html.Element(
        "div",
        Html.Class("report"),
        isNamed ? Html.Element("h3", $"Account {report.AccountId}") : null,
        Html.Element("ol", Html.Class("tiers"), Tiers(report).Select(tier => Tier(tier, report))),
        report.Blockers.Count == 0 ? null : Html.Element(
            "div",
            Html.Class("card blockers"),
            Html.Element(isNamed ? "h4" : "h3", "What blocks the next tier"),
            Html.Element("ul", report.Blockers.Select(blocker => Html.Element("li", blocker)))),
        Findings(report, isPassed: false, isNamed ? $"Findings in account {report.AccountId}" : "Findings"),
        Passed(report, isNamed ? $"Rules that account {report.AccountId} meets" : "Rules that the account meets"));

    private static XElement? Passed(CniResiliencyReport report, string caption) =>
        report.Findings.Count(finding => finding.Result == CniResiliencyResult.Pass) is > 0 and int count
            ? Html.Element("details", Html.Class("passed"), Html.Element("summary", $"{Html.Count(count, "rule")} met"), Findings(report, isPassed: true, caption))
            : null;

    private static XElement? Findings(CniResiliencyReport report, bool isPassed, string caption)
    {
        CniResiliencyFinding[] findings = [.. report.Findings.Where(finding => finding.Result == CniResiliencyResult.Pass == isPassed).OrderBy(Rank)];
        return findings.Length == 0 ? null : Table.Create("findings", caption, Columns, findings.Select(Row));
    }

    // The tier None is only shown if the circuits have no tier.
    private static CniResiliencyTier[] Tiers(CniResiliencyReport report) =>
    [
        .. report.WorkingTier == CniResiliencyTier.None ? [CniResiliencyTier.None] : (CniResiliencyTier[])[],
        CniResiliencyTier.Standard,
        CniResiliencyTier.High,
        CniResiliencyTier.Maximum,
    ];

    private static XElement Tier(CniResiliencyTier tier, CniResiliencyReport report)
    {
        string[] marks =
        [
            .. tier == report.WorkingTier ? ["working now"] : (string[])[],
            .. tier == report.ConfiguredTier ? ["when all links are healthy"] : (string[])[],
        ];
        string style = tier == CniResiliencyTier.None ? "none-reached" : tier <= report.WorkingTier ? "reached" : tier <= report.ConfiguredTier ? "configured" : "open";
        return Html.Element("li", Html.Class(style), Html.Element("strong", tier.ToString()), marks.Select(mark => Html.Element("span", mark)));
    }

    // Failures come first.
    private static (int, int, string) Rank(CniResiliencyFinding finding) => (
        finding.Result switch
        {
            CniResiliencyResult.Fail => 0,
            CniResiliencyResult.Unknown => 1,
            CniResiliencyResult.Manual => 2,
            _ => 3,
        },
        -(int)finding.Severity,
        finding.Rule);

    private static object?[] Row(CniResiliencyFinding finding) =>
    [
        finding.Rule,
        finding.Result == CniResiliencyResult.Fail ? new XElement[] { Pill.Result(finding), Html.Element("span", Html.Class("reason"), finding.Severity.ToString()) } : Pill.Result(finding),
        finding.Evidence,
        finding.Recommendation,
        string.Join(", ", finding.Subject),
        finding.Source,
    ];
}
