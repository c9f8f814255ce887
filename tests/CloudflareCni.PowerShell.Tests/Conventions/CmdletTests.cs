using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>The rules for every cmdlet.</summary>
public class CmdletTests
{
    private const int MaxLines = 150;

    private static readonly string[] Changing = ["New", "Set", "Remove", "Save", "Start", "Stop"];
    private static readonly string[] Silent = ["Remove", "Disconnect", "Stop"];

    private static readonly string Commands = Path.Combine(BuiltModule.Repository, "src", "CloudflareCni.PowerShell", "Commands");

    private static IEnumerable<CmdletClass> Cmdlets => ModuleBuild.Of(ModuleBuild.Core).CmdletClasses;

    [Fact]
    public void Every_cmdlet_is_a_sealed_public_class() =>
        Assert.Empty(Cmdlets.Where(cmdlet => !cmdlet.Type.IsSealed || !cmdlet.Type.IsPublic).Select(cmdlet => cmdlet.Name));

    [Fact]
    public void Every_cmdlet_is_in_the_file_with_its_name()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Commands, "*.cs", SearchOption.AllDirectories).Select(path => Path.GetFileName(path));
        Assert.Equal(Cmdlets.Select(cmdlet => $"{cmdlet.Verb}{cmdlet.Noun}Command.cs").Order(), files.Order());
        Assert.Empty(Cmdlets.Where(cmdlet => cmdlet.Type.Name != $"{cmdlet.Verb}{cmdlet.Noun}Command").Select(cmdlet => cmdlet.Type.FullName));
    }

    [Fact]
    public void Every_cmdlet_declares_its_output_type() =>
        Assert.Empty(Cmdlets.Where(cmdlet => !cmdlet.HasOutputType && !Silent.Contains(cmdlet.Verb)).Select(cmdlet => cmdlet.Name));

    [Fact]
    public void Every_cmdlet_that_changes_something_supports_WhatIf() =>
        Assert.Empty(Cmdlets.Where(cmdlet => Changing.Contains(cmdlet.Verb) && !cmdlet.SupportsShouldProcess).Select(cmdlet => cmdlet.Name));

    [Fact]
    public void No_cmdlet_that_only_reads_prompts() =>
        Assert.Empty(Cmdlets.Where(cmdlet => cmdlet.Verb == "Get" && cmdlet.SupportsShouldProcess).Select(cmdlet => cmdlet.Name));

    [Theory]
    [InlineData("New", ConfirmImpact.Medium)]
    [InlineData("Set", ConfirmImpact.Medium)]
    [InlineData("Remove", ConfirmImpact.High)]
    public void All_cmdlets_with_a_verb_have_the_same_impact(string verb, ConfirmImpact impact)
    {
        IEnumerable<CmdletClass> cmdlets = Cmdlets.Where(cmdlet => cmdlet.Verb == verb);
        Assert.NotEmpty(cmdlets);
        Assert.All(cmdlets, cmdlet => Assert.Equal(impact, cmdlet.ConfirmImpact));
    }

    [Fact]
    public void Every_cmdlet_file_is_short() => Assert.Empty(
        from path in Directory.EnumerateFiles(Commands, "*.cs", SearchOption.AllDirectories)
        let lines = File.ReadLines(path).Count()
        where lines > MaxLines
        select $"{Path.GetFileName(path)}: {lines} lines");

    [Fact]
    public void Both_builds_have_the_same_cmdlets() => Assert.Equal(
        Cmdlets.Select(cmdlet => cmdlet.Name).Order(),
        ModuleBuild.Of(ModuleBuild.Desktop).CmdletClasses.Select(cmdlet => cmdlet.Name).Order());
}
