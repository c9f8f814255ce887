using System;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class RemoveCniTests
{
    [Theory]
    [InlineData("Remove-Cni $args[0] -Force -Verbose")]
    [InlineData("Remove-Cni -Id $args[0].Id -Force -Verbose")]
    [InlineData("Remove-Cni $args[0].Id.ToString() -Force -Verbose")]
    [InlineData("$args[0] | Remove-Cni -Force -Verbose")]
    [InlineData("$args[0].Id | Remove-Cni -Force -Verbose")]
    [InlineData("[pscustomobject]@{ Id = $args[0].Id } | Remove-Cni -Confirm:$false -Verbose")]
    public void A_CNI_is_removed_once_and_there_is_no_output(string script)
    {
        using var session = new Session();
        Cni cni = session.CniNamed("lab");

        RunResult result = session.Must(script, cni);

        Assert.Empty(result.Output);
        Assert.Empty(session.Host.Questions);
        Assert.Equal([$"DELETE /cnis/{cni.Id}"], result.Requests().Where(request => !request.StartsWith("GET", StringComparison.Ordinal)));
        Assert.Equal(["CniNotFound"], session.Run("Get-Cni $args[0]", cni).ErrorIds);
        Assert.Equal(7, session.Must("Get-Cni").Output.Count);
    }

    [Fact]
    public void An_invalid_or_unknown_ID_is_an_error_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run("Remove-Cni lab, $args[0], $args[1] -Force -Verbose", SandboxSamples.Unknown, session.CniNamed("lab"));

        Assert.Null(result.Terminating);
        Assert.Equal(["CniInvalidArgument", "CniNotFound"], result.ErrorIds);
        Assert.Equal(2, result.Requests().Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)));
        Assert.Equal(7, session.Must("Get-Cni").Output.Count);
    }

    [Fact]
    public void An_invalid_ID_is_rejected_without_a_prompt()
    {
        using var session = new Session();

        Assert.Equal(["CniInvalidArgument"], session.Run("Remove-Cni lab").ErrorIds);
        Assert.Empty(session.Host.Questions);
    }

    [Fact]
    public void Each_CNI_has_its_own_prompt_with_name_and_ID()
    {
        using var session = new Session();
        Cni[] cnis = [session.CniNamed("lab"), session.CniNamed("office-gre")];
        session.Host.Answers.Enqueue(2);
        session.Host.Answers.Enqueue(0);

        session.Must("$args[0] | Remove-Cni", [cnis]);

        Assert.Equal(2, session.Host.Questions.Count);
        Assert.Contains($"CNI lab ({cnis[0].Id})", session.Host.Questions[0], StringComparison.Ordinal);
        Assert.Contains($"CNI office-gre ({cnis[1].Id})", session.Host.Questions[1], StringComparison.Ordinal);
        string[] standing = session.Must("Get-Cni").As<Cni>().Select(cni => cni.Magic.ConduitName).ToArray();
        Assert.Contains("lab", standing);
        Assert.DoesNotContain("office-gre", standing);
    }

    [Theory]
    [InlineData("Get-Cni | Remove-Cni -WhatIf")]
    [InlineData("Get-Cni | Remove-Cni -Force -WhatIf")]
    public void WhatIf_only_shows_what_would_be_removed(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script);

        Assert.Equal(8, result.Screen.Split("What if: ").Length - 1);
        Assert.Contains("CNI core-primary (", result.Screen, StringComparison.Ordinal);
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }

    [Fact]
    public void Force_with_Confirm_prompts()
    {
        using var session = new Session();
        session.Host.Answers.Enqueue(2);

        session.Must("Remove-Cni $args[0] -Force -Confirm", session.CniNamed("lab"));

        Assert.Single(session.Host.Questions);
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }
}
