using System;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>The cmdlets that remove a link list the Magic routes that still go over it.</summary>
public sealed class MagicRouteWarningTests
{
    private const string Routes = "2 Magic routes (10.10.0.0/16, 10.11.0.0/16)";

    [Theory]
    [InlineData("$args[0] | Remove-Cni -WhatIf")]
    [InlineData("Remove-Cni $args[0].Id -WhatIf")]
    [InlineData("Remove-CniInterconnect $args[0].Interconnect -IncludeCni -WhatIf")]
    [InlineData("@{ format = 1; partial = $true; interconnects = @(@{ name = $args[0].Interconnect; slot_id = (Get-CniInterconnect $args[0].Interconnect).SlotId }); cnis = @() } | Import-CniConfiguration -Prune -Force -WhatIf")]
    public void What_if_and_a_warning_name_the_routes(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script, session.CniNamed("core-primary"));

        Assert.StartsWith($"{Routes} still go over CNI ", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Contains($", which {Routes} still use", result.Screen, StringComparison.Ordinal);
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }

    [Fact]
    public void The_prompt_lists_the_routes()
    {
        using var session = new Session();
        session.Host.Answers.Enqueue(2);

        session.Must("$args[0] | Remove-Cni", session.CniNamed("core-primary"));

        Assert.Contains($", which {Routes} still use?", Assert.Single(session.Host.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_CNI_without_routes_has_no_warning()
    {
        using var session = new Session();

        RunResult result = session.Must("Remove-Cni $args[0] -WhatIf", session.CniNamed("lab"));

        Assert.Empty(result.Warnings);
        Assert.DoesNotContain("Magic", result.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_routes_are_read_once()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-Cni | Remove-Cni -Force -Verbose -WarningAction Ignore");

        Assert.Single(result.Requests(), request => request.Contains("magic/routes", StringComparison.Ordinal));
        Assert.Empty(session.Must("Get-Cni").Output);
    }
}
