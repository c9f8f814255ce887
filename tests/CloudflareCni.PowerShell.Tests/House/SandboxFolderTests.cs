using System.Linq;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.House;

/// <summary>The folders of the sandbox use each other in one direction only.</summary>
public class SandboxFolderTests
{
    // Each folder uses only folders below it in this list, so there can't be a circle.
    private static readonly (string Folder, string[] Uses)[] Folders =
    [
        ("", ["Api", "Hosting", "Http", "Seeding", "State", "World"]),
        ("Hosting", ["Http"]),
        ("Api", ["Access", "Bodies", "Http", "Loa", "State", "World"]),
        ("Seeding", ["Bodies", "Http", "World"]),
        ("State", ["Bodies", "Http", "World"]),
        ("Access", ["Http", "World"]),
        ("Bodies", ["Http", "World"]),
        ("Loa", ["World"]),
        ("Http", []),
        ("World", []),
    ];

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void A_folder_uses_only_the_folders_listed_for_it(string build)
    {
        string[] expected = [.. Folders.OrderBy(folder => folder.Folder, System.StringComparer.Ordinal).Select(folder => $"{folder.Folder} -> {string.Join(", ", folder.Uses)}")];
        Assert.Equal(expected, FolderReferences.Of(ModuleBuild.Of(build).Get("CloudflareCni.Sandbox")).Select(folder => $"{folder.Key} -> {string.Join(", ", folder.Value)}"));
    }

    [Fact]
    public void The_list_has_no_circle()
    {
        string[] order = [.. Folders.Select(folder => folder.Folder)];
        Assert.All(Folders, folder => Assert.All(folder.Uses, used => Assert.True(System.Array.IndexOf(order, used) > System.Array.IndexOf(order, folder.Folder), used)));
    }
}
