using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>The folder of a build contains everything that it needs, and nothing else.</summary>
public class ClosureTests
{
    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Every_reference_is_found_in_the_requested_version(string build)
    {
        ModuleBuild module = ModuleBuild.Of(build);
        Dictionary<string, AssemblyNameDefinition> files = module.All.ToDictionary(assembly => assembly.Name.Name, assembly => assembly.Name);

        IEnumerable<string> missing =
            from assembly in module.All
            from reference in assembly.MainModule.AssemblyReferences
            where !(files.TryGetValue(reference.Name, out AssemblyNameDefinition? file) && file.Version >= reference.Version)
                && module.Runtime.Find(reference) is null
                && reference.Name != ModuleBuild.Engine
            select $"{assembly.Name.Name} asks for {reference.FullName}";
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Dependencies_contains_only_assemblies_that_are_referenced(string build)
    {
        ModuleBuild module = ModuleBuild.Of(build);
        var asked = module.All.SelectMany(ModuleBuild.References).ToHashSet();
        IEnumerable<string> files = Directory.EnumerateFiles(module.Dependencies, "*", SearchOption.AllDirectories);
        Assert.All(files, path => Assert.Contains(Path.GetFileNameWithoutExtension(path), asked));
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void The_session_sees_only_the_domain_and_the_cmdlets(string build)
    {
        ModuleBuild module = ModuleBuild.Of(build);
        Assert.Equal(["CloudflareCni", "CloudflareCni.PowerShell"], module.Beside.Select(assembly => assembly.Name.Name).Order());
        Assert.DoesNotContain("CloudflareCni", module.Private.Select(assembly => assembly.Name.Name));
    }

    [Fact]
    public void On_Core_RestSharp_and_Polly_are_the_only_packages() => Assert.Equal(
        ["CloudflareCni.Client", "CloudflareCni.Sandbox", "Polly.Core", "RestSharp"],
        ModuleBuild.Of(ModuleBuild.Core).Private.Select(assembly => assembly.Name.Name).Order());

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void The_projects_assemblies_have_symbols(string build)
    {
        Assert.SkipWhen(BuiltModule.IsPackage, "Packages have no symbols.");
        ModuleBuild module = ModuleBuild.Of(build);
        IEnumerable<string> ours = module.All.Where(ModuleBuild.IsOurs).Select(assembly => assembly.MainModule.FileName);
        Assert.Equal(4, ours.Count(path => File.Exists(Path.ChangeExtension(path, ".pdb"))));
    }
}
