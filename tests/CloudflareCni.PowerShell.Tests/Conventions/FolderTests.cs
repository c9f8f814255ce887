using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>The folders of a project use each other in one direction only, as the projects do (<see cref="ArrowTests"/>).</summary>
public class FolderTests
{
    // Each list is exact, and each folder uses only folders below it.
    private static readonly Dictionary<string, (string Folder, string[] Uses)[]> Lists = new()
    {
        ["CloudflareCni.Client"] =
        [
            ("", ["Http", "Json", "Limits"]),
            ("Bundles", ["Json"]),
            ("Pages", []),
            ("Http", ["Errors", "Json", "Limits", "Text"]),
            ("Errors", ["Text"]),
            ("Limits", []),
            ("Json", ["Text"]),
            ("Text", []),
        ],
        ["CloudflareCni.Sandbox"] =
        [
            ("", ["Api", "Hosting", "Http", "Seeding", "State", "World"]),
            ("Hosting", ["Http"]),
            ("Api", ["Access", "Bodies", "Http", "Loa", "Seeding", "State", "World"]),
            ("Seeding", ["Bodies", "Http", "World"]),
            ("State", ["Bodies", "Http", "World"]),
            ("Access", ["Http", "World"]),
            ("Bodies", ["Http", "World"]),
            ("Loa", ["World"]),
            ("Http", []),
            ("World", []),
        ],
    };

    public static MatrixTheoryData<string, string> Projects => new(
        [ModuleBuild.Core, ModuleBuild.Desktop], ["CloudflareCni", "CloudflareCni.Client", "CloudflareCni.Sandbox", "CloudflareCni.PowerShell"]);

    public static MatrixTheoryData<string, string> Listed => new([ModuleBuild.Core, ModuleBuild.Desktop], Lists.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_folders_of_a_project_do_not_form_a_circle(string build, string project) =>
        Assert.Empty(FolderReferences.Circles(FolderReferences.Of(ModuleBuild.Of(build).Get(project))));

    [Theory]
    [MemberData(nameof(Listed))]
    public void A_folder_uses_only_the_folders_listed_for_it(string build, string project) => Assert.Equal(
        Lists[project].OrderBy(folder => folder.Folder, StringComparer.Ordinal).Select(folder => $"{folder.Folder} -> {string.Join(", ", folder.Uses)}"),
        FolderReferences.Of(ModuleBuild.Of(build).Get(project)).Select(folder => $"{folder.Key} -> {string.Join(", ", folder.Value)}"));

    [Fact]
    public void A_circle_is_found()
    {
        var folders = new Dictionary<string, SortedSet<string>>
        {
            ["A"] = ["B", "D"],
            ["B"] = ["C"],
            ["C"] = ["A"],
            ["D"] = ["E"],
            ["E"] = [],
            ["F"] = ["F"],
        };

        Assert.Equal(["A, B, C", "F"], FolderReferences.Circles(folders));
    }
}
