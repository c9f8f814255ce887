using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CloudflareCni.Circuits;

namespace CloudflareCni.Client;

/// <summary>Writes a report as a single page that doesn't need other files, the network or scripts.</summary>
public static class ReportPage
{
    private static readonly (string Id, string Title)[] Sections =
        [("map", "Map"), ("circuits", "Circuits"), ("steps", "Next steps"), ("resiliency", "Resiliency"), ("diagram", "Diagram")];

    /// <summary>Writes a report.</summary>
    /// <param name="stream">The stream to write to. It isn't closed.</param>
    /// <param name="content">The content of the report.</param>
    public static void Write(Stream stream, ReportContent content)
    {
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None };
        using XmlWriter writer = XmlWriter.Create(stream, settings);
        writer.WriteRaw("<!DOCTYPE html>\n");
        Page(content).WriteTo(writer);
    }

    private static XElement Page(ReportContent content) => Html.Element(
        "html",
        Html.Attribute("lang", "en"),
        Html.Element(
            "head",
            Html.Element("meta", Html.Attribute("charset", "utf-8")),
            Html.Element("meta", Html.Attribute("http-equiv", "Content-Security-Policy"), Html.Attribute("content", PageAssets.Policy)),
            Html.Element("meta", Html.Attribute("name", "viewport"), Html.Attribute("content", "width=device-width, initial-scale=1")),
            Html.Element("meta", Html.Attribute("name", "color-scheme"), Html.Attribute("content", "light dark")),
            Html.Element("meta", Html.Attribute("name", "generator"), Html.Attribute("content", content.Generator)),
            Html.Element("link", Html.Attribute("rel", "icon"), Html.Attribute("href", "data:,")),
            Html.Element("title", content.Title),
            Html.Element("style", new XText(PageAssets.Style))),
        Html.Element("body", Body(content), Html.Element("script", new XText(PageAssets.Script))));

    private static object?[] Body(ReportContent content)
    {
        var diagram = CircuitDiagram.Of(content.Circuits);
        return
        [
            Html.Element("a", Html.Class("skip"), Html.Attribute("href", "#main"), "Skip to the report"),
            Header(content),
            Html.Element(
                "nav",
                Html.Attribute("aria-label", "Sections"),
                Html.Element("ul", Sections.Select(section => Html.Element("li", Html.Element("a", Html.Attribute("href", $"#{section.Id}"), section.Title))))),
            Html.Element(
                "main",
                Html.Attribute("id", "main"),
                SummarySection.Create(content),
                MapSection.Create(diagram),
                CircuitSection.Create(content.Circuits),
                StepSection.Create(content),
                ResiliencySection.Create(content.Resiliency),
                DiagramSection.Create(diagram)),
            Html.Element("footer", Html.Element("p", $"Created by {content.Generator} on {Time(content)}. The circuits table shows when each state was read.")),
        ];
    }

    private static XElement Header(ReportContent content)
    {
        string[] accounts = [.. content.Circuits.Select(circuit => circuit.AccountId).OfType<string>().Distinct()];
        string account = accounts.Length == 1 ? $" \u00B7 account {accounts[0]}" : accounts.Length > 1 ? $" \u00B7 {Html.Count(accounts.Length, "account")}" : "";
        return Html.Element(
            "header", Html.Element("h1", content.Title), Html.Element("p", $"{Html.Count(content.Circuits.Count, "circuit")}{account} \u00B7 {Time(content)}"));
    }

    private static string Time(ReportContent content) => content.CreatedAt.ToString("d MMMM yyyy, HH:mm 'UTC'zzz", CultureInfo.InvariantCulture);
}
