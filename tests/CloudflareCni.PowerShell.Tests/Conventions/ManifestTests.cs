using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Xml.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>Everything that the manifest lists exists.</summary>
public class ManifestTests
{
    private const string Core = "Core";
    private const string Desktop = "Desktop";

    private static readonly string Version =
        XDocument.Load(Path.Combine(BuiltModule.Repository, "Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

    [Theory]
    [InlineData(Core, ModuleBuild.Core, "7.4")]
    [InlineData(Desktop, ModuleBuild.Desktop, "5.1")]
    public void Each_edition_gets_its_build(string edition, string build, string engineVersion)
    {
        Hashtable manifest = Read(edition);
        Assert.Equal($"{build}/CloudflareCni.PowerShell.dll", manifest["RootModule"]);
        Assert.True(File.Exists(Path.Combine(BuiltModule.Root, (string)manifest["RootModule"]!)));
        Assert.Equal(engineVersion, manifest["PowerShellVersion"]);
    }

    [Theory]
    [InlineData(Core, ModuleBuild.Core)]
    [InlineData(Desktop, ModuleBuild.Desktop)]
    public void The_exported_cmdlets_are_those_of_the_assembly(string edition, string build) => Assert.Equal(
        ModuleBuild.Of(build).CmdletClasses.Select(cmdlet => cmdlet.Name).Order(),
        Names(Read(edition)["CmdletsToExport"]).Order());

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    public void Nothing_else_is_exported(string key)
    {
        Hashtable manifest = Read(Core);
        Assert.True(manifest.ContainsKey(key), $"without {key} everything is exported");
        Assert.Empty(Names(manifest[key]));
    }

    [Fact]
    public void The_module_has_the_version_of_the_build_and_so_have_its_assemblies()
    {
        Assert.Equal(Version, Read(Core)["ModuleVersion"]);
        Assert.All(
            new[] { ModuleBuild.Core, ModuleBuild.Desktop }.SelectMany(build => ModuleBuild.Of(build).All).Where(ModuleBuild.IsOurs),
            assembly => Assert.Equal(Version, assembly.Name.Version.ToString(3)));
    }

    [Fact]
    public void No_placeholder_is_left() => Assert.DoesNotContain("'{", File.ReadAllText(BuiltModule.Manifest));

    [Fact]
    public void The_engine_accepts_it()
    {
        using var session = new Session(connectSandbox: false);
        PSModuleInfo module = session.Must("Test-ModuleManifest $args[0]", BuiltModule.Manifest).One<PSModuleInfo>();
        Assert.Equal(Version, module.Version.ToString());
        Assert.All(module.ExportedFormatFiles.Concat(module.ExportedTypeFiles), file => Assert.True(File.Exists(file), file));
        Assert.Equal(["Desktop", "Core"], module.CompatiblePSEditions);
    }

    [Fact]
    public void An_import_adds_only_the_cmdlets()
    {
        using var session = new Session(connectSandbox: false);
        PSModuleInfo module = session.Must("Get-Module CloudflareCni.PowerShell").One<PSModuleInfo>();
        Assert.Equal(Names(Read(Core)["CmdletsToExport"]).Order(), module.ExportedCommands.Keys.Order());
        Assert.All(module.ExportedCommands.Values, command => Assert.Equal(CommandTypes.Cmdlet, command.CommandType));
    }

    // $PSEdition is a constant of the engine. To read the manifest for the other edition, another variable replaces it.
    private static Hashtable Read(string edition)
    {
        using var session = new Session(connectSandbox: false);
        string manifest = File.ReadAllText(BuiltModule.Manifest).Replace("$PSEdition", "$args[0]");
        return session.Must(manifest, edition).One<Hashtable>();
    }

    private static string[] Names(object? value) => ((IEnumerable)value!).Cast<string>().ToArray();
}
