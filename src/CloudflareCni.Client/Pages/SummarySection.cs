using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CloudflareCni.Circuits;

namespace CloudflareCni.Client;

/// <summary>Creates the section with the number of links in each state, and the tier.</summary>
internal static class SummarySection
{
    public static XElement Create(ReportContent content) => Html.Element(
        "section",
        Html.Attribute("id", "summary"),
        Html.Attribute("aria-labelledby", "summary-title"),
        Html.Element("h2", Html.Class("visually-hidden"), Html.Attribute("id", "summary-title"), "Summary"),
        Html.Element("ul", Html.Class("tiles"), States(content).Concat(Tiers(content.Resiliency))));

    private static IEnumerable<XElement> States(ReportContent content) =>
        from circuit in content.Circuits
        group circuit by (Condition: LinkConditions.Of(circuit.State), Text: circuit.State ?? LinkConditions.UnknownText) into state
        orderby state.Key.Condition, state.Key.Text
        select Tile(Pill.Class(state.Key.Condition), DisplayText.Number(state.Count()), state.Key.Text);

    private static IEnumerable<XElement> Tiers(IReadOnlyList<CniResiliencyReport> reports) => reports.Count != 1 ? [] :
    [
        Tile(
            reports[0].WorkingTier < reports[0].ConfiguredTier ? Pill.Class(LinkCondition.Unhealthy) : "plain",
            reports[0].WorkingTier.ToString(),
            reports[0].WorkingTier < reports[0].ConfiguredTier ? $"working tier, {reports[0].ConfiguredTier} when all links are healthy" : "resiliency tier"),
    ];

    private static XElement Tile(string style, string figure, string text) => Html.Element(
        "li", Html.Class($"tile {style}"), Html.Element("span", Html.Class("figure"), figure), " ", Html.Element("span", Html.Class("text"), text));
}
