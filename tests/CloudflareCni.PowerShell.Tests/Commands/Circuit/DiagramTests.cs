using System;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>Tests ConvertTo-CniDiagram.</summary>
public sealed class DiagramTests
{
    [Theory]
    [InlineData("ConvertTo-CniDiagram")]
    [InlineData("ConvertTo-CniDiagram -As Tree")]
    [InlineData("Get-CniInterconnect | ConvertTo-CniDiagram")]
    [InlineData("ConvertTo-CniDiagram *")]
    public void A_tree_has_every_circuit_in_one_text(string script)
    {
        using var session = new Session();
        string[] names = [.. session.Must("Get-CniInterconnect").As<CniInterconnect>().Select(interconnect => interconnect.Name)];

        string tree = session.Must(script).One<string>();

        Assert.All(names, name => Assert.Contains($"\u2500 {name}  ", tree, StringComparison.Ordinal));
        Assert.Contains("\u25A0 Down: no light received", tree, StringComparison.Ordinal);
        Assert.Contains("core-primary", tree, StringComparison.Ordinal);
        Assert.Contains("10.10.0.0/16  priority 100", tree, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_draws_only_the_named_circuits()
    {
        using var session = new Session();

        string diagram = session.Must("ConvertTo-CniDiagram dfw07-* -As Mermaid").One<string>();

        Assert.StartsWith("flowchart LR\n", diagram, StringComparison.Ordinal);
        Assert.Contains("[\"Equinix DA1\"]", diagram, StringComparison.Ordinal);
        Assert.Contains("([\"dfw07-da1-1<br>100G<br>Healthy\"]):::healthy", diagram, StringComparison.Ordinal);
        Assert.DoesNotContain("fra03", diagram, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_circuits_there_is_no_diagram()
    {
        using var session = new Session();
        Assert.Empty(session.Must("ConvertTo-CniDiagram nothing-*; @() | ConvertTo-CniDiagram").Output);
    }
}
