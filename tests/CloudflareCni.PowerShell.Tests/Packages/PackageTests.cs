using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Packages;

/// <summary>The packages contain the complete module and nothing else.</summary>
[Trait("Tier", "Slow")]
public class PackageTests
{
    private const int MaxPathLength = 140;

    // The additional files of a nupkg.
    private static readonly string[] Frame =
        ["[Content_Types].xml", "_rels/.rels", $"{ModulePackage.Name}.nuspec", "package/services/metadata/core-properties/nuget.psmdcp"];

    private static readonly string[] WantedTypes = [".dll", ".json", ".ps1xml", ".psd1", ".txt", ".xml", ""];

    public static TheoryData<string> Packages() => [ModulePackage.Nupkg, ModulePackage.Zip];

    [Fact]
    public void Zip_folder_and_manifest_have_the_same_name()
    {
        Assert.Equal($"{ModulePackage.Name}.zip", Path.GetFileName(ModulePackage.Zip));
        Assert.All(ModulePackage.Read(ModulePackage.Zip), entry => Assert.StartsWith($"{ModulePackage.Name}/", entry.Name, StringComparison.Ordinal));
        Assert.Contains(ModulePackage.Read(ModulePackage.Zip), entry => entry.Name == $"{ModulePackage.Name}/{ModulePackage.Name}.psd1");
    }

    [Fact]
    public void The_zip_has_the_modules_files() => AssertContent(
        ModulePackage.ModuleFiles().ToDictionary(file => $"{ModulePackage.Name}/{file.Key}", file => file.Value), ModulePackage.Read(ModulePackage.Zip));

    [Fact]
    public void The_nupkg_has_the_modules_files_and_the_required_metadata()
    {
        IReadOnlyList<(string Name, byte[] Content, DateTime Time)> entries = ModulePackage.Read(ModulePackage.Nupkg);
        Assert.Equal(Frame, entries.Take(Frame.Length).Select(entry => entry.Name));
        AssertContent(ModulePackage.ModuleFiles(), entries.Skip(Frame.Length));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Paths_are_short_and_there_are_no_unexpected_files(string package)
    {
        Assert.All(ModulePackage.Read(package).Where(entry => !Frame.Contains(entry.Name)), entry =>
        {
            Assert.True(entry.Name.Length < MaxPathLength, entry.Name);
            Assert.Matches("^[A-Za-z0-9._/-]+$", entry.Name);
            Assert.Contains(Path.GetExtension(entry.Name), WantedTypes);
            Assert.DoesNotMatch(@"(?i)test|xunit|pester|mono\.cecil|\.deps\.|System\.Management\.Automation\.dll|secret|\.env", entry.Name);
        });
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task An_unpacked_package_imports_and_works(string package)
    {
        using var folder = new TemporaryFolder();
        string manifest = ModulePackage.Unpack(package, folder);

        IReadOnlyList<string> lines = await ShellProcess.RunScriptAsync(
            """
            $faults = $null
            "manifest $((Test-ModuleManifest $args[0] -WarningVariable faults).Version) $(@($faults).Count)"
            Import-Module $args[0]
            $null = Connect-Cni -Sandbox
            "slots $(@(Get-CniSlot).Count)"
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like 'CloudflareCni*' } | ForEach-Object Location
            """,
            TestContext.Current.CancellationToken,
            manifest);

        Assert.Equal([$"manifest {ModulePackage.Nuspec(ModulePackage.Nupkg)["version"]} 0", "slots 48"], lines.Take(2));
        string root = Path.GetFileName(folder.Path);
        Assert.Equal(4, lines.Skip(2).Count(path => path.Contains(root, StringComparison.Ordinal)));
        Assert.Equal(6, lines.Count);
    }

    [Fact]
    public void The_nuspec_has_the_metadata_for_the_Gallery()
    {
        using var session = new Session(connectSandbox: false);
        var module = (System.Management.Automation.PSModuleInfo)session.Must("Test-ModuleManifest $args[0]", Path.Combine(ModulePackage.Module, $"{ModulePackage.Name}.psd1")).Output[0].BaseObject;
        IReadOnlyDictionary<string, string> nuspec = ModulePackage.Nuspec(ModulePackage.Nupkg);
        string[] tags = nuspec["tags"].Split(' ');

        Assert.Equal(ModulePackage.Name, nuspec["id"]);
        Assert.Equal(module.Version.ToString(), nuspec["version"]);
        Assert.Equal(module.Author, nuspec["authors"]);
        Assert.Equal(module.Description, nuspec["description"]);
        Assert.Equal(module.Copyright, nuspec["copyright"]);
        Assert.Equal("false", nuspec["requireLicenseAcceptance"]);
        Assert.Equal("PSModule", tags[0]);
        Assert.Superset(module.Tags.ToHashSet(), tags.ToHashSet());
        Assert.Superset(module.ExportedCmdlets.Keys.SelectMany(name => new[] { $"PSCmdlet_{name}", $"PSCommand_{name}" }).ToHashSet(), tags.ToHashSet());
        Assert.Superset(new HashSet<string> { "PSEdition_Core", "PSEdition_Desktop", "PSIncludes_Cmdlet" }, tags.ToHashSet());
        Assert.Equal(tags.Length, tags.Distinct().Count());
        Assert.Equal(module.ReleaseNotes.ReplaceLineEndings("\n"), nuspec["releaseNotes"].ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_release_notes_are_the_changelog_section_of_the_version()
    {
        IReadOnlyDictionary<string, string> nuspec = ModulePackage.Nuspec(ModulePackage.Nupkg);
        string notes = nuspec["releaseNotes"].ReplaceLineEndings("\n");
        string changelog = File.ReadAllText(Path.Combine(BuiltModule.Repository, "CHANGELOG.md")).ReplaceLineEndings("\n");

        Assert.NotEmpty(notes);
        Assert.DoesNotContain("\n## ", notes, StringComparison.Ordinal);
        Assert.Contains($"## {nuspec["version"]}\n\n{notes}\n", changelog, StringComparison.Ordinal);
    }

    [Fact]
    public void The_connection_type_has_the_fields_of_Connect_Cni_and_encrypts_secrets()
    {
        byte[] content = ModulePackage.Read(ModulePackage.Zip).Single(entry => entry.Name == $"{ModulePackage.Name}/{ModulePackage.Name}-Automation.json").Content;
        using var type = JsonDocument.Parse(content);
        JsonElement[] fields = [.. type.RootElement.GetProperty("ConnectionFields").EnumerateArray()];
        string[] names = [.. fields.Select(field => field.GetProperty("Name").GetString()!)];
        using var session = new Session(connectSandbox: false);
        RunResult unknown = session.Run("Connect-Cni -Connection @{ Other = 1 }");

        Assert.Contains($"The valid keys are {string.Join(", ", names)}.", unknown.AllErrors.Single().ToString(), StringComparison.Ordinal);
        Assert.Equal(["ApiKey", "ApiToken"], fields.Where(field => field.GetProperty("IsEncrypted").GetBoolean()).Select(field => field.GetProperty("Name").GetString()!).Order());
        Assert.Equal(["AccountId"], fields.Where(field => !field.GetProperty("IsOptional").GetBoolean()).Select(field => field.GetProperty("Name").GetString()!));
        Assert.All(fields, field => Assert.Equal("System.String", field.GetProperty("TypeName").GetString()));
        Assert.Equal(ModulePackage.Name, type.RootElement.GetProperty("IntegrationModuleName").GetString());
        Assert.Equal("CloudflareCni", type.RootElement.GetProperty("ConnectionTypeName").GetString());
    }

    private static void AssertContent(IReadOnlyDictionary<string, byte[]> expected, IEnumerable<(string Name, byte[] Content, DateTime Time)> entries)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), entries.Select(entry => entry.Name));
        Assert.All(entries, entry => Assert.True(expected[entry.Name].AsSpan().SequenceEqual(entry.Content), $"{entry.Name} differs"));
    }
}
