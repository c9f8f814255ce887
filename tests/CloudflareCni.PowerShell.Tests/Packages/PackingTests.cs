using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Packages;

/// <summary>Packing the module again in another folder produces the same bytes, with and without the address of the repository.</summary>
[Trait("Tier", "Slow")]
public class PackingTests
{
    private const string Address = "https://example.com/cni/powershell";

    // The configuration in the output path, the same as that of these tests.
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    [Fact]
    public async Task The_same_module_produces_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        await PackAsync(folder);

        Assert.Equal(File.ReadAllBytes(ModulePackage.Nupkg), File.ReadAllBytes(folder.At(Path.GetFileName(ModulePackage.Nupkg))));
        Assert.Equal(File.ReadAllBytes(ModulePackage.Zip), File.ReadAllBytes(folder.At(Path.GetFileName(ModulePackage.Zip))));
        Assert.All(ModulePackage.Read(ModulePackage.Nupkg).Concat(ModulePackage.Read(ModulePackage.Zip)), entry => Assert.Equal(new DateTime(1980, 1, 1), entry.Time));
    }

    [Fact]
    public async Task A_repository_address_is_written_to_manifest_and_nuspec()
    {
        using var folder = new TemporaryFolder();
        await PackAsync(folder, Address);
        IReadOnlyDictionary<string, string> nuspec = ModulePackage.Nuspec(folder.At(Path.GetFileName(ModulePackage.Nupkg)));
        using var session = new Session(connectSandbox: false);
        var module = (System.Management.Automation.PSModuleInfo)session.Must("Test-ModuleManifest $args[0]", folder.At($"module/{ModulePackage.Name}.psd1")).Output[0].BaseObject;

        Assert.Equal(Address, nuspec["projectUrl"]);
        Assert.Equal($"{Address}/blob/main/LICENSE", nuspec["licenseUrl"]);
        Assert.Equal(nuspec["projectUrl"], module.ProjectUri.OriginalString);
        Assert.Equal(nuspec["licenseUrl"], module.LicenseUri.OriginalString);
    }

    [Fact]
    public async Task Without_a_repository_address_there_are_no_links()
    {
        using var folder = new TemporaryFolder();
        await PackAsync(folder, "");
        string manifest = await File.ReadAllTextAsync(folder.At($"module/{ModulePackage.Name}.psd1"), TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(@"(?m)^\s*\w+Uri\s*=|\{\w+\}", manifest);
        Assert.DoesNotContain(ModulePackage.Nuspec(folder.At(Path.GetFileName(ModulePackage.Nupkg))).Keys, key => key.EndsWith("Url", StringComparison.Ordinal));
    }

    // The same target as in the build, on a copy of the module.
    private static async Task PackAsync(TemporaryFolder folder, string? address = null)
    {
        foreach ((string name, byte[] content) in ModulePackage.ModuleFiles())
        {
            string path = folder.At(Path.Combine("module", name));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        }

        string project = Path.Combine(BuiltModule.Repository, "src", ModulePackage.Name, $"{ModulePackage.Name}.csproj");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "msbuild", project, "-target:PackModule", "-nologo", "-verbosity:quiet", "-nodeReuse:false", $"-p:ModuleOutputPath={folder.At("module")}/",
                $"-p:PackagesOutputPath={folder.Path}/", $"-p:PackModuleObjPath={folder.At("obj")}/", $"-p:Configuration={Configuration}",
                .. address is null ? Array.Empty<string>() : [$"-p:RepositoryAddress={address}"],
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
    }
}
