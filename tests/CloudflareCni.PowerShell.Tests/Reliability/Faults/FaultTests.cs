using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareCni.Tests.Faults;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>Every fault on every operation: the error, the requests, the waits, the remaining files, and that none of them contains a secret.</summary>
[Trait("Tier", "Slow")]
public sealed class FaultTests(FaultSuite suite) : IClassFixture<FaultSuite>
{
    public static TheoryData<string> Names => [.. Faults.All.Select(fault => fault.Name)];

    public static TheoryData<string> EchoNames =>
        [.. Faults.All.Where(fault => fault.Echoes).Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_operation_ends_as_expected_without_showing_a_secret(string name)
    {
        Fault fault = Named(name);
        var flaws = new List<string>();
        IEnumerable<string> cells = SampleApi.Operations.Select(operation => RunAll(operation, fault, flaws));
        string row = ReliabilityPage.Row([name, .. cells, Longest(fault)]);

        suite.Keep(name, row);
        Assert.Empty(flaws);
        if (!ReliabilityPage.IsRenewed)
        {
            Assert.Contains(row, File.ReadAllText(ReliabilityPage.Committed), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(EchoNames))]
    public void With_an_API_key_no_secret_is_shown_either(string name)
    {
        Fault fault = Named(name);
        var flaws = new List<string>();
        foreach (ApiOperation operation in SampleApi.Operations)
        {
            Run(operation, fault, isApplied: false, withKey: true, flaws);
        }

        Assert.Empty(flaws);
    }

    [Fact]
    public void The_page_lists_exactly_the_faults_in_order()
    {
        string page = File.ReadAllText(ReliabilityPage.Committed);

        Assert.StartsWith(ReliabilityPage.Head, page, StringComparison.Ordinal);
        Assert.Equal(
            Faults.All.Select(fault => fault.Name),
            page[ReliabilityPage.Head.Length..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" | ")[0][2..]));
    }

    [Fact]
    public void There_are_all_operations_and_at_least_thirty_faults()
    {
        Assert.Equal(19, SampleApi.Operations.Select(operation => (operation.Method, operation.Path)).Distinct().Count());
        Assert.InRange(Faults.All.Select(fault => fault.Name).Distinct().Count(), 30, 1000);
    }

    private string RunAll(ApiOperation operation, Fault fault, List<string> flaws)
    {
        if (!fault.Befalls(operation))
        {
            return "";
        }

        bool[] cases = operation.Creates && fault.IsLost ? [false, true] : [false];
        return string.Join(", ", cases.Select(isApplied => Run(operation, fault, isApplied, withKey: false, flaws)).Distinct());
    }

    private string Run(ApiOperation operation, Fault fault, bool isApplied, bool withKey, List<string> flaws)
    {
        Cell cell = suite.Run(operation, fault, isApplied, withKey);
        flaws.AddRange(cell.Flaws(operation, fault, isApplied).Select(flaw => $"{operation.Name}{(isApplied ? ", applied" : "")}: {flaw}"));
        return cell.ToString();
    }

    private static Fault Named(string name) => Faults.All.Single(fault => fault.Name == name);

    private static string Longest(Fault fault)
    {
        double seconds = SampleApi.Operations.Where(fault.Befalls).Max(operation => fault.Expect(operation, isApplied: false).Longest.TotalSeconds);
        return seconds == 0 ? "–" : $"{seconds:0} s";
    }
}
