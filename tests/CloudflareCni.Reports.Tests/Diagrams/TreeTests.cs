using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CloudflareCni.Circuits;
using CloudflareCni.Reports.Tests.Samples;
using CsCheck;
using Xunit;

namespace CloudflareCni.Reports.Tests.Diagrams;

public class TreeTests
{
    [Fact]
    public void A_tree_goes_from_the_metro_to_the_routes()
    {
        string tree = TreeDiagram.Write(CircuitDiagram.Of(
        [
            Sample.Circuit(3, "gcp-1", region: "europe-west3", state: "Pending", conduit: "gcp"),
            Sample.Circuit(2, "fra03-fr5-19", device: "mx2.fra03", state: "Down", reason: "no light", withCni: false),
            Sample.Circuit(1, "fra03-fr5-18", conduit: "core-primary", routes: ["10.0.0.0/8", "10.1.0.0/16"]),
            Sample.Circuit(4, "lhr01-1", metro: "lhr", site: "lhr01", facility: "LD6", device: null, state: null),
        ]));

        Assert.Equal(
            """
            europe-west3  cloud region
            └─ gcp-1  10G  ○ Pending
               └─ gcp  172.24.0.6/31 to 172.24.0.7/31, MTU 1500, AS64512
            fra
            └─ Equinix FR5
               ├─ mx1.fra03
               │  └─ fra03-fr5-18  10G  ● Healthy
               │     └─ core-primary  172.24.0.2/31 to 172.24.0.3/31, MTU 1500, AS64512
               │        ├─ 10.0.0.0/8  priority 100
               │        └─ 10.1.0.0/16  priority 101
               └─ mx2.fra03
                  └─ fra03-fr5-19  10G  ■ Down: no light
                     └─ (no CNI)
            lhr
            └─ LD6
               └─ (device unknown)
                  └─ lhr01-1  10G  ? state unknown
                     └─ cni-lhr01-1  172.24.0.8/31 to 172.24.0.9/31, MTU 1500, AS64512
            """.ReplaceLineEndings("\n"),
            tree);
    }

    [Fact]
    public void Failed_requests_are_listed()
    {
        var circuit = new CniCircuit(new CniInterconnect("a", "acc", "direct")) { State = "Healthy" };
        string tree = TreeDiagram.Write(CircuitDiagram.Of([circuit]));

        Assert.Contains("(CNIs couldn't be read)", tree, StringComparison.Ordinal);
        Assert.Contains("(routes couldn't be read)", tree, StringComparison.Ordinal);
        Assert.Contains("(no location)", tree, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_escaped_for_the_terminal_and_each_part_is_one_line() => HostileCircuits.Some.Sample(
        circuits =>
        {
            IReadOnlyList<DiagramNode> model = CircuitDiagram.Of(circuits);
            string tree = TreeDiagram.Write(model);
            Assert.Equal(model.Sum(Count), tree.Split('\n').Length);
            Assert.DoesNotContain(tree, character => character != '\n' && (char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format));
        },
        iter: 300,
        threads: 1);

    private static int Count(DiagramNode node) => 1 + node.Children.Sum(Count);
}
