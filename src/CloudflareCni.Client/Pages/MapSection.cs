using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CloudflareCni.Circuits;

namespace CloudflareCni.Client;

/// <summary>Creates the section with the map, which has a box for each metro, and in it a box for each facility with its devices and links.</summary>
internal static class MapSection
{
    public static XElement Create(IReadOnlyList<DiagramNode> diagram) => Html.Section(
        "map",
        "Map",
        diagram.Count == 0 ? Html.Element("p", "There are no circuits.") : Html.Element("div", Html.Class("metros"), diagram.Select(Metro)));

    private static XElement Metro(DiagramNode metro) => Html.Element(
        "div",
        Html.Class("metro"),
        Html.Element("h3", Html.Element("span", Html.Class(metro.Details.Count == 0 ? "code" : "region"), metro.Title), metro.Details.Select(detail => Html.Element("small", " ", detail))),
        metro.Children.Where(child => child.Part == DiagramPart.Facility).Select(Facility),
        Links(metro));

    private static XElement Facility(DiagramNode facility) => Html.Element(
        "div", Html.Class("facility"), Html.Element("h4", facility.Title), Html.Element("ul", Html.Class("devices"), facility.Children.Select(Device)));

    private static XElement Device(DiagramNode device) => Html.Element(
        "li", Html.Element("span", Html.Class("device"), device.Title), Links(device));

    private static XElement? Links(DiagramNode parent) => parent.Children.Any(child => child.Part == DiagramPart.Link)
        ? Html.Element("ul", Html.Class("links"), parent.Children.Where(child => child.Part == DiagramPart.Link).Select(Link))
        : null;

    private static XElement Link(DiagramNode link) => Html.Element(
        "li",
        Html.Class($"link {Pill.Class(link.Condition!.Value)}"),
        Html.Element("div", Html.Class("line"), Html.Element("strong", link.Title), " ", State(link)),
        link.Reason.Length == 0 ? null : Html.Element("p", Html.Class("facts"), link.Reason),
        Html.Element("p", Html.Class("facts"), string.Join(" \u00B7 ", Facts(link))));

    private static XElement State(DiagramNode link) => Html.Element("span", Html.Class($"pill {Pill.Class(link.Condition!.Value)}"), link.State);

    private static IEnumerable<string> Facts(DiagramNode link)
    {
        DiagramNode[] cnis = [.. link.Children.Where(child => child.Part == DiagramPart.Cni)];
        int routes = link.Children.Concat(cnis.SelectMany(cni => cni.Children)).Count(child => child.Part == DiagramPart.Route);
        return
        [
            .. link.Details,
            .. cnis.Length > 0 ? [string.Join(", ", cnis.Select(cni => cni.Title))] : (string[])[],
            .. link.Children.Where(child => child.Part == DiagramPart.Remark).Select(remark => remark.Title),
            .. routes > 0 ? [Html.Count(routes, "route")] : (string[])[],
        ];
    }
}
