using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniNextStepTests
{
    private const string Down = "fra03-fr5-3";

    [Fact]
    public void Only_circuits_that_need_attention_have_steps()
    {
        using var session = new Session();

        IReadOnlyList<CniNextStep> steps = [.. session.Must("Get-CniNextStep").As<CniNextStep>()];

        string[] ill = [.. session.Must("Get-CniInterconnectStatus | Where-Object State -ne Healthy | ForEach-Object Interconnect").As<string>()];
        Assert.Superset(ill.ToHashSet(), steps.Select(step => step.Circuit).ToHashSet());
        Assert.DoesNotContain(steps, step => step.Circuit == "dfw07-da1-1");
        Assert.Contains("no light received", steps.First(step => step.Circuit == Down).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Get-CniNextStep {Down}")]
    [InlineData("Get-CniNextStep -Circuit FRA03*")]
    [InlineData($"Get-CniInterconnect {Down} | Get-CniNextStep")]
    [InlineData($"Get-CniInterconnectStatus {Down} | Get-CniNextStep")]
    [InlineData($"'{Down}' | Get-CniNextStep")]
    [InlineData($"[pscustomobject] @{{ Name = '{Down}' }} | Get-CniNextStep")]
    public void Circuits_can_be_selected_by_name_or_object(string script)
    {
        using var session = new Session();

        IReadOnlyList<CniNextStep> steps = [.. session.Must(script).As<CniNextStep>()];

        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.Equal((Down, "Down"), (step.Circuit, step.State)));
        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.Step));
    }

    [Fact]
    public void Interconnects_from_the_pipeline_are_read_together()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniInterconnect | Get-CniNextStep -Verbose");

        Assert.Single(result.Requests(), request => request.StartsWith("GET /cnis?", StringComparison.Ordinal));
    }

    [Fact]
    public void Since_determines_the_age_and_a_date_in_the_future_is_rejected()
    {
        using var session = new Session();

        CniNextStep step = session.Must($"Get-CniNextStep {Down} -Since ([datetime]::Now.AddHours(-2)) | Where-Object Step -eq 1").One<CniNextStep>();

        Assert.StartsWith("Check for maintenance", step.What, StringComparison.Ordinal);
        Assert.InRange(step.Age!.Value.TotalHours, 1.9, 2.5);
        RunResult refused = session.Run("Get-CniNextStep -Since ([datetime]::Now.AddDays(2))");
        Assert.Equal(["CniInvalidArgument"], refused.ErrorIds);
    }

    [Fact]
    public void IncludeHealthy_returns_steps_with_the_commands_of_the_router()
    {
        using var session = new Session();

        IReadOnlyList<CniNextStep> steps = [.. session.Must("Get-CniNextStep dfw07-da1-1 -IncludeHealthy -Platform junos").As<CniNextStep>()];

        Assert.Matches(@"^ping [0-9.]+ size 1472 do-not-fragment$", steps[0].Command);
        Assert.StartsWith("show bgp neighbor ", steps[1].Command, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_of_the_module_exists_with_its_parameters()
    {
        using var session = new Session();
        string[] commands =
        [
            .. session.Must("Get-CniNextStep -IncludeHealthy | ForEach-Object Command | Where-Object { $_ }").As<string>(), .. session.Must("Get-CniNextStep -IncludeHealthy -Since ([datetime]::Now.AddDays(-1)) | ForEach-Object Command | Where-Object { $_ }").As<string>(),
        ];

        Assert.NotEmpty(commands);
        Assert.All(commands.Distinct(), command => session.Must(
            """
            $ast = [scriptblock]::Create($args[0].Replace('<name>', 'name')).Ast.Find({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
            $known = (Get-Command $ast.GetCommandName() -ErrorAction Stop).Parameters.Keys
            $ast.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } | ForEach-Object { if ($_.ParameterName -notin $known) { throw $_ } }
            """,
            command));
    }

    [Fact]
    public void A_name_that_does_not_exist_is_an_error_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run($"Get-CniNextStep nowhere, {Down}");

        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.NotEmpty(result.As<CniNextStep>());
    }

    [Theory]
    [InlineData("Get-CniNextStep $null")]
    [InlineData("Get-CniNextStep ''")]
    [InlineData("Get-CniNextStep @()")]
    public void Nothing_never_selects_everything(string script)
    {
        using var session = new Session();

        RunResult result = session.RunToFirstEnd(script);

        Assert.Empty(result.Output);
        Assert.Single(result.AllErrors);
    }

    [Fact]
    public void The_steps_are_shown_as_a_list()
    {
        using var session = new Session();

        string[] lines = session.Must($"Get-CniNextStep {Down} | Out-Default").Screen.Replace("\r", "").Split('\n');

        Assert.Contains($"   Circuit: {Down}", lines);
        Assert.Contains(lines, line => line.StartsWith("   1. ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("      > ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Trim() == ">");
    }
}
