using System;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class TestCniResiliencyTests
{
    private static readonly string[] Parts =
    [
        "Configured tier : ", "Working tier    : ", "Without         : {fra03}", "Findings", "  RES01 Pass: ", "  RES15 Manual (Information): ", "What blocks the tier Maximum", "  - ",
    ];

    [Fact]
    public void An_account_has_one_report_about_all_of_its_circuits()
    {
        using var session = new Session();

        CniResiliencyReport report = session.Must("Test-CniResiliency").One<CniResiliencyReport>();

        Assert.Equal(SandboxSamples.Account, report.AccountId);
        Assert.Equal(session.Must("(Get-CniInterconnect).Name").As<string>().Order(StringComparer.OrdinalIgnoreCase), report.Circuits);
        Assert.Equal(15, report.Findings.Count);
        Assert.True(report.WorkingTier <= report.ConfiguredTier);
    }

    [Fact]
    public void A_report_is_about_the_circuits_that_were_named_or_piped()
    {
        using var session = new Session();

        Assert.Equal(["dfw07-da1-1", "dfw07-da1-4"], session.Must("Test-CniResiliency dfw07-*").One<CniResiliencyReport>().Circuits);
        Assert.Equal(["dfw07-da1-1"], session.Must("Get-CniInterconnect dfw07-da1-1 | Test-CniResiliency").One<CniResiliencyReport>().Circuits);
        Assert.Empty(session.Must("Get-CniInterconnect | Where-Object Name -eq nowhere | Test-CniResiliency").Output);
    }

    [Theory]
    [InlineData("dfw07", "dfw07-da1-1,dfw07-da1-4")]
    [InlineData("'Equinix DA1'", "dfw07-da1-1,dfw07-da1-4")]
    [InlineData("DFW07-DA1-1", "dfw07-da1-1")]
    [InlineData("dfw07-da1-1, ' fra03 '", "dfw07-da1-1,fra03-fr5-3")]
    public void The_loss_of_a_part_is_simulated(string without, string lost)
    {
        using var session = new Session();

        CniResiliencyReport report = session.Must($"Test-CniResiliency -Without {without}").One<CniResiliencyReport>();

        Assert.Equal(lost.Split(','), report.Lost);
        Assert.Empty(report.Lost.Intersect(report.Circuits));
    }

    [Fact]
    public void The_loss_of_an_unknown_part_is_an_error_without_a_report()
    {
        using var session = new Session();

        RunResult result = session.Run("Test-CniResiliency -Without fra03, nowhere, 'a place'");

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Contains("'nowhere', 'a place'", result.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("-Tier Standard", true)]
    [InlineData("-Tier high", true)]
    [InlineData("-Tier Maximum", false)]
    [InlineData("-Tier Standard -Without dfw07", false)]
    [InlineData("-Tier Standard -Circuit gcp-*", false)]
    [InlineData("-Tier Standard -RequiredGbps 1000", false)]
    public void Quiet_returns_a_Boolean_value_and_unknown_is_false(string arguments, bool isReached)
    {
        using var session = new Session();

        Assert.Equal(isReached, session.Must($"Test-CniResiliency {arguments} -Quiet").One<bool>());
    }

    [Fact]
    public void Quiet_returns_false_if_nothing_could_be_read()
    {
        using var session = new Session();

        Assert.False(session.Must("Get-CniInterconnect | Where-Object Name -eq nowhere | Test-CniResiliency -Tier Standard -Quiet").One<bool>());
        RunResult result = session.Run("Test-CniResiliency nowhere -Tier Standard -Quiet");
        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.False(result.One<bool>());
    }

    [Fact]
    public void Quiet_requires_a_tier()
    {
        using var session = new Session();

        Assert.Equal(["CniInvalidArgument"], session.Run("Test-CniResiliency -Quiet").ErrorIds);
    }

    [Theory]
    [InlineData("-Tier None")]
    [InlineData("-Tier Standard, High")]
    [InlineData("-Tier $null")]
    [InlineData("-RequiredGbps 0")]
    [InlineData("-RequiredGbps -1")]
    [InlineData("-Without $null")]
    [InlineData("-Without ''")]
    public void Invalid_combinations_do_not_bind(string arguments)
    {
        using var session = new Session();

        RunResult result = session.RunToFirstEnd($"Test-CniResiliency {arguments}");

        Assert.Empty(result.Output);
        Assert.Single(result.AllErrors);
    }

    [Fact]
    public void The_last_failover_test_counts_and_a_date_in_the_future_is_rejected()
    {
        using var session = new Session();

        CniResiliencyReport report = session.Must("Test-CniResiliency -LastFailoverTest ([datetime]::Now.AddDays(-1))").One<CniResiliencyReport>();

        Assert.Equal(CniResiliencyResult.Pass, report.Findings.Single(finding => finding.Rule == "RES14").Result);
        Assert.Equal(["CniInvalidArgument"], session.Run("Test-CniResiliency -LastFailoverTest ([datetime]::Now.AddDays(2))").ErrorIds);
    }

    [Fact]
    public void The_report_shows_the_tiers_first_and_the_blockers_last()
    {
        using var session = new Session();

        string screen = session.Must("Test-CniResiliency -Tier Maximum -Without fra03 | Out-Default").Screen;

        int[] places = [.. Parts.Select(part => screen.IndexOf(part, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_report_without_a_simulated_loss_does_not_mention_one()
    {
        using var session = new Session();

        Assert.DoesNotContain("Without", session.Must("Test-CniResiliency -Tier Standard | Out-Default").Screen.Split("Findings")[0], StringComparison.Ordinal);
    }
}
