using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.House;

/// <summary>What the types and format files name is there: the engine says nothing of a column that it can't fill.</summary>
public class ViewFileTests
{
    private static readonly XDocument Format = Load("CloudflareCni.PowerShell.Format.ps1xml");
    private static readonly XDocument Types = Load("CloudflareCni.PowerShell.Types.ps1xml");

    [Fact]
    public void There_is_no_script_in_them()
    {
        string[] scripts = ["ScriptBlock", "ScriptProperty", "ScriptMethod", "GetScriptBlock", "SetScriptBlock", "Script"];
        Assert.Empty(Format.Descendants().Concat(Types.Descendants()).Select(element => element.Name.LocalName).Intersect(scripts));
        Assert.Empty(Directory.EnumerateFiles(BuiltModule.Root, "*.ps*1*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path))
            .Except(["CloudflareCni.PowerShell.psd1", "CloudflareCni.PowerShell.Format.ps1xml", "CloudflareCni.PowerShell.Types.ps1xml"]));
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Every_code_property_has_its_method(string build)
    {
        var references = Types.Descendants("GetCodeReference").ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            TypeDefinition? type = Find(build, reference.Element("TypeName")!.Value);
            Assert.True(type is { IsPublic: true }, $"{reference.Element("TypeName")!.Value} is no public type");
            MethodDefinition method = Assert.Single(type.Methods, method => method.Name == reference.Element("MethodName")!.Value);
            Assert.True(method.IsPublic && method.IsStatic, method.FullName);
            Assert.NotEqual("Void", method.ReturnType.Name);
            Assert.Equal("PSObject", Assert.Single(method.Parameters).ParameterType.Name);
        });
    }

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Every_column_has_its_property(string build)
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
        IEnumerable<string> added = Types.Descendants("Type").Where(entry => entry.Element("Name")!.Value == typeName).Descendants("Name").Select(name => name.Value);
        return type.Properties.Where(property => property.GetMethod is { IsPublic: true }).Select(property => property.Name).Concat(added);
    }

    private static TypeDefinition? Find(string build, string typeName) =>
        ModuleBuild.Of(build).Beside.Select(assembly => assembly.MainModule.GetType(typeName)).SingleOrDefault(type => type is not null);

    private static XDocument Load(string file) => XDocument.Load(Path.Combine(BuiltModule.Root, file));
}
