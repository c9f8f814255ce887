using System.Collections.Generic;
using System.Xml.Linq;
using CloudflareCni.Circuits;

namespace CloudflareCni.Client;

/// <summary>Creates the section with the source of a Mermaid diagram, to copy to a wiki.</summary>
internal static class DiagramSection
{
    public static XElement Create(IReadOnlyList<DiagramNode> diagram) => Html.Section(
        "diagram",
        "Diagram",
        Html.Element("p", "This Mermaid text draws the map in a wiki that supports Mermaid, such as GitHub, GitLab and Azure DevOps."),
        Html.Element(
            "details",
            Html.Element("summary", "Mermaid text"),
            Html.Element("pre", Html.Class("mermaid-source"), Html.Attribute("tabindex", "0"), Html.Element("code", new XText(MermaidDiagram.Write(diagram).Text)))));
}
