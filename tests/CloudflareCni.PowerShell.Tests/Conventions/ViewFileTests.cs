using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>Everything that the format file refers to exists. The engine doesn't report a column that it can't fill.</summary>
public class ViewFileTests
{
    private static readonly XDocument Format = Load("CloudflareCni.PowerShell.Format.ps1xml");

    [Fact]
    public void They_do_not_contain_scripts()
    {
        string[] scripts = ["ScriptBlock", "ScriptProperty", "ScriptMethod", "GetScriptBlock", "SetScriptBlock", "Script"];
        Assert.Empty(Format.Descendants().Select(element => element.Name.LocalName).Intersect(scripts));
        Assert.Empty(Directory.EnumerateFiles(BuiltModule.Root, "*.ps*1*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path))
            .Except(["CloudflareCni.PowerShell.psd1", "CloudflareCni.PowerShell.Format.ps1xml"]));
    }

    // If two copies of the module are imported, the engine merges their types files and fails. So flattened members are properties of the models.
    [Fact]
    public void There_is_no_types_file() => Assert.DoesNotContain("TypesToProcess", File.ReadAllText(BuiltModule.Manifest), StringComparison.Ordinal);

    // A custom format changes with the culture: yyyy is 2569 in Thailand.
    [Fact]
    public void Every_time_is_shown_in_a_format_that_no_culture_changes()
    {
        var times = Format.Descendants("PropertyName").Where(name => name.Value is "CheckedAt" or "ExpiresOn" or "CreatedOn" or "ModifiedOn").ToList();
        Assert.NotEmpty(times);
        Assert.All(times, time => Assert.Equal("{0:s}", time.ElementsAfterSelf("FormatString").SingleOrDefault()?.Value));
        Assert.Equal(times.Count, Format.Descendants("FormatString").Count(format => format.Value != "{0:color}"));
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Every_column_has_a_property(string build)
    {
        var views = Format.Descendants("View").ToList();
        Assert.NotEmpty(views);
        Assert.All(
            from view in views
            from type in view.Descendants("ViewSelectedBy").Single().Elements("TypeName")
            from column in view.Descendants("PropertyName")
            select (Type: type.Value, Column: column.Value),
            named => Assert.Contains(named.Column, Properties(build, named.Type)));
    }

    private static IEnumerable<string> Properties(string build, string typeName)
    {
        TypeDefinition type = Find(build, typeName) ?? throw new InvalidOperationException($"There is no type {typeName}.");
        return type.Properties.Where(property => property.GetMethod is { IsPublic: true }).Select(property => property.Name)
            .Concat(type.BaseType.Namespace == type.Namespace ? Properties(build, type.BaseType.FullName) : []);
    }

    private static TypeDefinition? Find(string build, string typeName) =>
        ModuleBuild.Of(build).Beside.Select(assembly => assembly.MainModule.GetType(typeName)).SingleOrDefault(type => type is not null);

    private static XDocument Load(string file) => XDocument.Load(Path.Combine(BuiltModule.Root, file));
}
