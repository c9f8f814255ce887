using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class RemoveCniInterconnectTests
{
    private const int Yes = 0;
    private const int No = 2;

    [Theory]
    [InlineData("Remove-CniInterconnect $args[0].Name -Force -Verbose")]
    [InlineData("Remove-CniInterconnect -Name $args[0] -Force -Verbose")]
    [InlineData("$args[0] | Remove-CniInterconnect -Force -Verbose")]
    [InlineData("$args[0].Name | Remove-CniInterconnect -Force -Verbose")]
    [InlineData("Get-CniInterconnectStatus $args[0] | Remove-CniInterconnect -Force -Verbose")]
    public void An_interconnect_without_CNIs_is_removed_and_its_slot_is_free(string script)
    {
        using var session = new Session();
        CniInterconnect interconnect = session.Must("Get-CniInterconnect $args[0]", SandboxSamples.Empty).One<CniInterconnect>();

        RunResult result = session.Must(script, interconnect);

        Assert.Empty(result.Output);
        Assert.Empty(session.Host.Questions);
        Assert.Equal($"DELETE /interconnects/{SandboxSamples.Empty}", result.Requests()[^1]);
        Assert.DoesNotContain(SandboxSamples.Empty, Standing(session));
        Assert.False(session.Must("Get-CniSlot $args[0]", interconnect.SlotId).One<CniSlot>().Occupied);
    }

    [Theory]
    [InlineData("Remove-CniInterconnect $args[0] -Verbose", SandboxSamples.Carrying, "core-primary")]
    [InlineData("Remove-CniInterconnect $args[0] -Force -Verbose", SandboxSamples.Carrying, "core-primary")]
    [InlineData("Remove-CniInterconnect $args[0] -Force -Confirm:$false -Verbose", SandboxSamples.Carrying, "core-primary")]
    [InlineData("Get-CniInterconnect $args[0] | Remove-CniInterconnect -Force -Verbose", SandboxSamples.Carrying, "core-primary")]
    [InlineData("Remove-CniInterconnect $args[0] -Force -Verbose", SandboxSamples.Gcp, "gcp-production")]
    [InlineData("Get-CniInterconnect $args[0] | Remove-CniInterconnect -Force -Verbose", SandboxSamples.Gcp, "gcp-production")]
    public void An_interconnect_with_CNIs_is_not_removed_even_with_Force(string script, string name, string conduit)
    {
        using var session = new Session();
        Cni cni = session.CniNamed(conduit);

        RunResult result = session.Run(script, name);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniInterconnectInUse"], result.ErrorIds);
        Assert.Contains($"{conduit} ({cni.Id})", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(name, result.Errors[0].TargetObject);
        Assert.Equal(ErrorCategory.ResourceBusy, result.Errors[0].CategoryInfo.Category);
        Assert.DoesNotContain(result.Requests(), request => request.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Empty(session.Host.Questions);
        Assert.Contains(name, Standing(session));
    }

    [Fact]
    public void An_interconnect_in_use_does_not_stop_the_others()
    {
        using var session = new Session();

        RunResult result = session.Run("Remove-CniInterconnect $args[0], nowhere-1, $args[1] -Force", SandboxSamples.Carrying, SandboxSamples.Empty);

        Assert.Equal(["CniInterconnectInUse", "CniNotFound"], result.ErrorIds);
        Assert.Contains(SandboxSamples.Carrying, Standing(session));
        Assert.DoesNotContain(SandboxSamples.Empty, Standing(session));
    }

    [Fact]
    public void IncludeCni_removes_the_CNIs_first()
    {
        using var session = new Session();
        Cni cni = session.CniNamed("core-primary");

        RunResult result = session.Must("Get-CniInterconnect $args[0] | Remove-CniInterconnect -IncludeCni -Force -Verbose", SandboxSamples.Carrying);

        Assert.Equal([$"DELETE /cnis/{cni.Id}", $"DELETE /interconnects/{SandboxSamples.Carrying}"], result.Requests().Where(request => request.StartsWith("DELETE", StringComparison.Ordinal)));
        Assert.DoesNotContain(SandboxSamples.Carrying, Standing(session));
        Assert.Equal(7, session.Must("Get-Cni").Output.Count);
    }

    [Fact]
    public void IncludeCni_prompts_for_each_object()
    {
        using var session = new Session();
        session.Must("New-Cni $args[0] -ConduitName second -Mtu 1500", SandboxSamples.Carrying);
        Answer(session, Yes, Yes, Yes);

        session.Must("Remove-CniInterconnect $args[0] -IncludeCni", SandboxSamples.Carrying);

        Assert.Equal(3, session.Host.Questions.Count);
        Assert.Contains("core-primary", session.Host.Questions[0], StringComparison.Ordinal);
        Assert.Contains("second", session.Host.Questions[1], StringComparison.Ordinal);
        Assert.Contains($"interconnect {SandboxSamples.Carrying}", session.Host.Questions[2], StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxSamples.Carrying, Standing(session));
    }

    [Fact]
    public void A_CNI_that_is_not_confirmed_keeps_its_interconnect()
    {
        using var session = new Session();
        session.Must("New-Cni $args[0] -ConduitName second -Mtu 1500", SandboxSamples.Carrying);
        Answer(session, No, Yes);

        RunResult result = session.Run("Remove-CniInterconnect $args[0] -IncludeCni", SandboxSamples.Carrying);

        Assert.Equal(["CniInterconnectInUse"], result.ErrorIds);
        Assert.Contains("core-primary", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("second", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains(SandboxSamples.Carrying, Standing(session));
        Assert.Equal(["core-primary"], session.Must("Get-Cni -Interconnect $args[0]", SandboxSamples.Carrying).As<Cni>().Select(cni => cni.Magic.ConduitName));
    }

    [Fact]
    public void Each_interconnect_has_its_own_prompt()
    {
        using var session = new Session();
        string[] names = session.Must("$args[0] | New-CniInterconnect", [session.FreeSlots(3)]).As<CniInterconnect>().Select(made => made.Name).ToArray();
        Answer(session, Yes, No, Yes);

        session.Must("Remove-CniInterconnect $args[0]", [names]);

        Assert.Equal(3, session.Host.Questions.Count);
        Assert.All(names.Zip(session.Host.Questions), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal([names[1]], Standing(session).Intersect(names));
    }

    [Theory]
    [InlineData("Remove-CniInterconnect $args[0] -WhatIf")]
    [InlineData("Remove-CniInterconnect $args[0] -Force -WhatIf")]
    [InlineData("Get-CniInterconnect $args[0] | Remove-CniInterconnect -Force -WhatIf -Confirm")]
    [InlineData("& { $WhatIfPreference = $true; Remove-CniInterconnect $args[0] -Force } $args[0]")]
    public void WhatIf_only_shows_what_would_be_removed(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script, SandboxSamples.Empty);

        Assert.Contains($"What if: Remove interconnect {SandboxSamples.Empty}", result.Screen, StringComparison.Ordinal);
        Assert.Contains(SandboxSamples.Empty, Standing(session));
        Assert.Empty(session.Host.Questions);
    }

    [Fact]
    public void WhatIf_with_IncludeCni_shows_everything_that_would_be_removed()
    {
        using var session = new Session();

        RunResult result = session.Must("Remove-CniInterconnect $args[0] -IncludeCni -Force -WhatIf", SandboxSamples.Carrying);

        Assert.Contains("CNI core-primary", result.Screen, StringComparison.Ordinal);
        Assert.Contains($"Remove interconnect {SandboxSamples.Carrying}", result.Screen, StringComparison.Ordinal);
        Assert.Contains(SandboxSamples.Carrying, Standing(session));
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }

    [Fact]
    public void Force_with_Confirm_prompts()
    {
        using var session = new Session();
        Answer(session, No);

        session.Must("Remove-CniInterconnect $args[0] -Force -Confirm", SandboxSamples.Empty);

        Assert.Single(session.Host.Questions);
        Assert.Contains(SandboxSamples.Empty, Standing(session));
    }

    [Fact]
    public void A_CNI_does_not_bind_as_its_interconnect()
    {
        using var session = new Session();

        RunResult result = session.Run("Get-Cni | Remove-CniInterconnect -IncludeCni -Force");

        Assert.Equal(8, result.Errors.Count);
        Assert.All(result.ErrorIds, id => Assert.Equal("InputObjectNotBound", id));
        Assert.Equal(9, Standing(session).Length);
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }

    private static void Answer(Session session, params int[] answers) => Array.ForEach(answers, session.Host.Answers.Enqueue);

    private static string[] Standing(Session session) =>
        [.. session.Must("Get-CniInterconnect").As<CniInterconnect>().Select(interconnect => interconnect.Name)];
}
