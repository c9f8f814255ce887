using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.House;

/// <summary>Who may know whom.</summary>
public class ArrowTests
{
    private static readonly string[] Ours = ["CloudflareCni", "CloudflareCni.Client", "CloudflareCni.Sandbox", "CloudflareCni.PowerShell"];

    public static TheoryData<string, string, string[]> Arrows => new()
    {
        { ModuleBuild.Core, "CloudflareCni", [] },
        { ModuleBuild.Core, "CloudflareCni.Client", ["CloudflareCni"] },
        { ModuleBuild.Core, "CloudflareCni.Sandbox", [] },
        { ModuleBuild.Core, "CloudflareCni.PowerShell", ["CloudflareCni", "CloudflareCni.Client", "CloudflareCni.Sandbox"] },
        { ModuleBuild.Desktop, "CloudflareCni", [] },
        { ModuleBuild.Desktop, "CloudflareCni.Client", ["CloudflareCni"] },
        { ModuleBuild.Desktop, "CloudflareCni.Sandbox", [] },
        { ModuleBuild.Desktop, "CloudflareCni.PowerShell", ["CloudflareCni", "CloudflareCni.Client", "CloudflareCni.Sandbox"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Of_ours_an_assembly_knows_only_what_it_may(string build, string assembly, string[] allowed) =>
        Assert.Equal(allowed, ModuleBuild.References(ModuleBuild.Of(build).Get(assembly)).Intersect(Ours).Order());

    [Theory]
    [InlineData(ModuleBuild.Core, "CloudflareCni")]
    [InlineData(ModuleBuild.Core, "CloudflareCni.PowerShell")]
    [InlineData(ModuleBuild.Desktop, "CloudflareCni")]
    [InlineData(ModuleBuild.Desktop, "CloudflareCni.PowerShell")]
    public void What_the_session_sees_knows_no_package(string build, string assembly)
    {
        ModuleBuild module = ModuleBuild.Of(build);
        IEnumerable<AssemblyNameReference> packages = module.Get(assembly).MainModule.AssemblyReferences
            .Where(reference => module.Runtime.Find(reference) is null && reference.Name != ModuleBuild.Engine && !Ours.Contains(reference.Name));
        Assert.Empty(packages.Select(reference => reference.FullName));
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Only_the_cmdlets_know_PowerShell(string build)
    {
        IEnumerable<AssemblyDefinition> knowing = ModuleBuild.Of(build).All.Where(assembly => ModuleBuild.References(assembly).Contains(ModuleBuild.Engine));
        Assert.Equal(["CloudflareCni.PowerShell"], knowing.Select(assembly => assembly.Name.Name));
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Only_the_client_knows_RestSharp(string build)
    {
        IEnumerable<AssemblyDefinition> knowing = ModuleBuild.Of(build).All.Where(assembly => ModuleBuild.References(assembly).Contains("RestSharp"));
        Assert.Equal(["CloudflareCni.Client"], knowing.Select(assembly => assembly.Name.Name));
    }
}
