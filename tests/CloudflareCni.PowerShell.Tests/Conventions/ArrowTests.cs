using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>The allowed references between assemblies.</summary>
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
    public void An_assembly_refers_only_to_the_allowed_assemblies_of_the_project(string build, string assembly, string[] allowed) =>
        Assert.Equal(allowed, ModuleBuild.References(ModuleBuild.Of(build).Get(assembly)).Intersect(Ours).Order());

    [Theory]
    [InlineData(ModuleBuild.Core, "CloudflareCni")]
    [InlineData(ModuleBuild.Core, "CloudflareCni.PowerShell")]
    [InlineData(ModuleBuild.Desktop, "CloudflareCni")]
    [InlineData(ModuleBuild.Desktop, "CloudflareCni.PowerShell")]
    public void Assemblies_in_the_default_context_do_not_refer_to_packages(string build, string assembly)
    {
        ModuleBuild module = ModuleBuild.Of(build);
        IEnumerable<AssemblyNameReference> packages = module.Get(assembly).MainModule.AssemblyReferences
            .Where(reference => module.Runtime.Find(reference) is null && reference.Name != ModuleBuild.Engine && !Ours.Contains(reference.Name));
        Assert.Empty(packages.Select(reference => reference.FullName));
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Only_the_cmdlets_refer_to_PowerShell(string build)
    {
        IEnumerable<AssemblyDefinition> knowing = ModuleBuild.Of(build).All.Where(assembly => ModuleBuild.References(assembly).Contains(ModuleBuild.Engine));
        Assert.Equal(["CloudflareCni.PowerShell"], knowing.Select(assembly => assembly.Name.Name));
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Only_the_client_refers_to_RestSharp(string build)
    {
        IEnumerable<AssemblyDefinition> knowing = ModuleBuild.Of(build).All.Where(assembly => ModuleBuild.References(assembly).Contains("RestSharp"));
        Assert.Equal(["CloudflareCni.Client"], knowing.Select(assembly => assembly.Name.Name));
    }
}
