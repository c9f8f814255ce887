using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Circuits;
using CloudflareCni.Reports.Tests.Lab;
using CloudflareCni.Reports.Tests.Samples;
using CsCheck;
using Xunit;

namespace CloudflareCni.Reports.Tests.Diagrams;

/// <summary>Tests diagrams with Mermaid itself.</summary>
public class MermaidTests
{
    private const int Batch = 150;
    private const int Drawn = 20;

    [Fact]
    public void Mermaid_sees_the_boxes_nodes_and_arrows_of_circuits()
    {
        MermaidDiagram diagram = MermaidDiagram.Write(CircuitDiagram.Of(
        [
            Sample.Circuit(1, "fra03-fr5-18", conduit: "core-primary", routes: ["10.0.0.0/8", "10.1.0.0/16"]),
            Sample.Circuit(2, "fra03-fr5-19", device: "mx2.fra03", state: "Down", reason: "no light", withCni: false),
            Sample.Circuit(3, "gcp-1", region: "europe-west3", state: "Pending", conduit: "gcp"),
        ]));

        ParsedDiagram parsed = Assert.Single(Parse([diagram.Text]));

        Assert.Null(parsed.Error);
        Assert.Equal([["Equinix FR5"], ["europe-west3", "cloud region"], ["fra"]], parsed.Boxes.OrderBy(box => box[0], StringComparer.Ordinal));
        Assert.Equal(
            [
                "10.0.0.0/8, priority 100|10.1.0.0/16, priority 101 ()",
                "core-primary|172.24.0.2/31 to 172.24.0.3/31|MTU 1500|AS64512 ()",
                "fra03-fr5-18|10G|Healthy (healthy)",
                "fra03-fr5-19|10G|Down: no light (down)",
                "gcp-1|10G|Pending (pending)",
                "gcp|172.24.0.6/31 to 172.24.0.7/31|MTU 1500|AS64512 ()",
                "mx1.fra03 ()",
                "mx2.fra03 ()",
                "no CNI ()",
            ],
            parsed.Nodes.Zip(parsed.Classes, (lines, style) => $"{string.Join('|', lines)} ({style})").Order(StringComparer.Ordinal));
        Assert.Equal(6, parsed.Arrows);
    }

    [Fact]
    public void Any_name_is_text_to_Mermaid() => HostileCircuits.Some.Array[Batch].Sample(
        samples =>
        {
            (IReadOnlyList<DiagramNode> Model, MermaidDiagram Written)[] diagrams = [.. samples.Select(CircuitDiagram.Of).Select(model => (model, MermaidDiagram.Write(model)))];
            ParsedDiagram[] parsed = Parse(diagrams.Select(diagram => diagram.Written.Text));
            Assert.All(diagrams.Zip(parsed), pair =>
            {
                Assert.Null(pair.Second.Error);
                Assert.Equal(pair.First.Written.Arrows, pair.Second.Arrows);
                Assert.Equal(Expected(pair.First.Model), Seen(pair.Second));
            });
        },
        iter: 2,
        threads: 1,
        print: samples => string.Join("\n\n", samples.Take(3).Select(circuits => MermaidDiagram.Write(CircuitDiagram.Of(circuits)).Text)));

    [Fact]
    public void Any_name_is_drawn_unchanged()
    {
        Node.RequireBrowser();
        HostileCircuits.Some.Array[Drawn].Sample(
            samples =>
            {
                IReadOnlyList<DiagramNode>[] models = [.. samples.Select(CircuitDiagram.Of)];
                DrawnDiagrams drawn = Node.Browse<DrawnDiagrams>(
                    "draw.mjs", new { diagrams = models.Select(model => MermaidDiagram.Write(model).Text) });
                Assert.Empty(drawn.Complaints);
                Assert.All(models.Zip(drawn.Drawn), pair =>
                {
                    Assert.Empty(pair.Second.Foreign);
                    Assert.Equal(Expected(pair.First).Select(Spaced).Where(line => line.Length > 0).Distinct().Order(StringComparer.Ordinal), pair.Second.Labels.Select(Spaced).Where(line => line.Length > 0).Distinct().Order(StringComparer.Ordinal));
                });
            },
            iter: 1,
            threads: 1);

        // A browser doesn't show white space at the ends of a line, and shows several spaces as one.
        static string Spaced(string line) => string.Join(' ', line.Split((char[])[' ', '\u00A0', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_broken_diagram_is_an_error_of_the_parser()
    {
        string text = MermaidDiagram.Write(CircuitDiagram.Of([Sample.Circuit(1, "link")])).Text;
        Assert.NotNull(Assert.Single(Parse([text.Replace("link", "li\"nk", StringComparison.Ordinal)])).Error);
    }

    private static ParsedDiagram[] Parse(IEnumerable<string> diagrams) => Node.Parse<ParsedDiagram[]>(diagrams);

    // Mermaid has one node for the routes of a CNI, with ten of them at most.
    private static IEnumerable<string> Expected(IReadOnlyList<DiagramNode> nodes) =>
        nodes.SelectMany(Lines).Where(line => line.Length > 0).Select(DisplayText.Escape).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(DiagramNode node)
    {
        DiagramNode[] routes = [.. node.Children.Where(child => child.Part == DiagramPart.Route)];
        return
        [
            node.Title, .. node.Details, node.Status,
            .. routes.Take(10).Select(route => $"{route.Title}, {route.Details[0]}"),
            .. routes.Length > 10 ? [$"and {routes.Length - 10} more"] : (string[])[],
            .. node.Children.Except(routes).SelectMany(Lines),
        ];
    }

    private static IEnumerable<string> Seen(ParsedDiagram diagram) =>
        diagram.Boxes.Concat(diagram.Nodes).SelectMany(lines => lines).Where(line => line.Length > 0).Distinct().Order(StringComparer.Ordinal);
}
