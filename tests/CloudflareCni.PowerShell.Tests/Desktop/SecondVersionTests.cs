using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Conventions;
using CloudflareCni.PowerShell.Tests.Engine;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Desktop;

/// <summary>Two versions of the module in one session. The manifest of one never runs with the code of the other.</summary>
[Trait("Tier", "Slow")]
public class SecondVersionTests
{
    private const string Script = """
        Import-Module $args[0]
        if ($args[2] -eq 'remove') { Remove-Module CloudflareCni.PowerShell }
        try {
            Import-Module $args[1]
            $null = Connect-Cni -Sandbox
            'works'
        }
        catch {
            "$($_.FullyQualifiedErrorId): $_"
        }

        """;

    [Theory(Timeout = 900_000)]
    [InlineData("keep")]
    [InlineData("remove")]
    public async Task Another_version_with_its_own_code_is_rejected(string first)
    {
        using var folder = new TemporaryFolder();
        string manifest = CopyModule(folder, changeCode: true);

        IReadOnlyList<string> lines = await ShellProcess.RunScriptAsync(Script, TestContext.Current.CancellationToken, BuiltModule.Manifest, manifest, first);

        Assert.Contains("already loaded", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Theory(Timeout = 900_000)]
    [InlineData("keep")]
    [InlineData("remove")]
    public async Task Another_version_whose_code_the_runtime_does_not_load_asks_for_a_new_session(string first)
    {
        using var folder = new TemporaryFolder();
        string manifest = CopyModule(folder, changeCode: false);

        IReadOnlyList<string> lines = await ShellProcess.RunScriptAsync(Script, TestContext.Current.CancellationToken, BuiltModule.Manifest, manifest, first);

        string line = Assert.Single(lines);
        Assert.StartsWith("CniModuleUnusable,", line, StringComparison.Ordinal);
        Assert.Contains("99.0.0", line, StringComparison.Ordinal);
        Assert.Contains("Start a new PowerShell session", line, StringComparison.Ordinal);
    }

    private static string CopyModule(TemporaryFolder folder, bool changeCode)
    {
        string root = folder.At("CloudflareCni.PowerShell");
        foreach (string file in Directory.EnumerateFiles(BuiltModule.Root, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(root, Path.GetRelativePath(BuiltModule.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string manifest = Path.Combine(root, "CloudflareCni.PowerShell.psd1");
        string version = ModuleBuild.Of(ModuleBuild.Core).Cmdlets.Name.Version.ToString(3);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace($"'{version}'", "'99.0.0'", StringComparison.Ordinal));
        if (changeCode)
        {
            ChangeVersions(Path.Combine(root, ModuleBuild.Core));
        }

        return manifest;
    }

    private static void ChangeVersions(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "CloudflareCni*.dll", SearchOption.AllDirectories))
        {
            using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(File.ReadAllBytes(file)));
            assembly.Name.Version = new Version(99, 0, 0, 0);
            assembly.MainModule.Mvid = Guid.NewGuid();
            foreach (AssemblyNameReference reference in assembly.MainModule.AssemblyReferences.Where(reference => reference.Name.StartsWith("CloudflareCni", StringComparison.Ordinal)))
            {
                reference.Version = assembly.Name.Version;
            }

            assembly.Write(file);
        }
    }
}
