using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CloudflareCni.Client;

/// <summary>Creates the section with the next steps for each circuit that needs attention.</summary>
internal static class StepSection
{
    public static XElement Create(ReportContent content)
    {
        IGrouping<string, CniNextStep>[] groups = [.. content.NextSteps.GroupBy(step => step.Circuit, StringComparer.Ordinal)];
        return Html.Section(
            "steps",
            "Next steps",
            groups.Length == 0
                ? Html.Element("p", content.Circuits.Count == 0 ? "There are no circuits." : "Every circuit is healthy and complete. There is nothing to do.")
                : Html.Element("div", Html.Class("cards"), groups.Select(Circuit)));
    }

    private static XElement Circuit(IGrouping<string, CniNextStep> steps) => Html.Element(
        "article",
        Html.Class("card"),
        Html.Element("h3", steps.Key, " ", Pill.State(steps.First().State)),
        string.IsNullOrEmpty(steps.First().Reason) ? null : Html.Element("p", Html.Class("reason"), $"Cloudflare's reason: {steps.First().Reason}"),
        Html.Element("ol", steps.Select(Step)));

    private static XElement Step(CniNextStep step) => Html.Element("li", Parts(step).ToArray<object?>());

    private static IEnumerable<XElement> Parts(CniNextStep step)
    {
        yield return Html.Element("strong", step.What);
        if (step.Why.Length > 0)
        {
            yield return Html.Element("p", step.Why);
        }

        if (!string.IsNullOrEmpty(step.Command))
        {
            yield return Html.Element("pre", Html.Attribute("tabindex", "0"), Html.Element("code", Lines(step.Command!)));
        }

        if (step.Source.Length > 0)
        {
            yield return Html.Element("p", Html.Class("source"), $"Source: {step.Source}");
        }
    }

    // A command can have several lines. Line ends are the only invisible characters that aren't escaped.
    private static IEnumerable<object> Lines(string text) =>
        text.Split('\n').SelectMany((line, index) => index == 0 ? (object[])[DisplayText.Escape(line.TrimEnd('\r'))] : [new XText("\n"), DisplayText.Escape(line.TrimEnd('\r'))]);
}
