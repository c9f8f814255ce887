using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Conventions;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Help;

/// <summary>Each cmdlet has a page, and each page describes the actual cmdlet.</summary>
public sealed class HelpPageTests
{
    private static readonly string[] Sections =
        ["SYNOPSIS", "SYNTAX", "ALIASES", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private static readonly Dictionary<string, (IReadOnlyDictionary<string, ParameterMetadata> Parameters, IReadOnlyList<CommandParameterSetInfo> Sets)> Commands = ReadCommands();

    public static TheoryData<string> Pages => [.. HelpPage.All.Select(page => page.Name)];

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet() => Assert.Equal(
        ModuleBuild.Of(ModuleBuild.Core).CmdletClasses.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal),
        HelpPage.All.Select(page => page.Name));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_its_title_and_every_section(string name)
    {
        HelpPage page = Page(name);
        Assert.Equal(name, page.FrontMatter["title"]);
        Assert.Equal("CloudflareCni.PowerShell.dll-Help.xml", page.FrontMatter["external help file"]);
        Assert.Contains($"\n# {name}\n", page.Text, StringComparison.Ordinal);
        Assert.Equal(Sections, page.SectionTitles);
        Assert.All(Sections.Except(["NOTES"]), section => Assert.NotEmpty(page.Sections[section]));
        Assert.DoesNotContain("{{", page.Text, StringComparison.Ordinal);
        Assert.False(page.Sections["SYNOPSIS"].Contains('\n'), "a synopsis is one line");
        Assert.True(page.Text.All(character => character is >= ' ' and <= '~' or '\n'), "ASCII, for Windows PowerShell's sake");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_at_least_three_examples_with_code_and_text(string name)
    {
        HelpPage page = Page(name);
        Assert.True(page.Examples.Count >= 3, $"{page.Examples.Count} examples");
        Assert.All(page.Examples, example => Assert.True(example.Code.Length > 0 && example.Remarks.EndsWith('.'), example.ToString()));
        Assert.Equal(Enumerable.Range(1, page.Examples.Count).Select(number => $"Example {number}"), page.Examples.Select(example => example.Title.Split(':')[0]));
        Assert.All(page.Examples.Where(example => !example.Page.StartsWith("St", StringComparison.Ordinal)), example => Assert.Contains("-Cni", example.Code, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_describes_the_actual_parameters_of_the_cmdlet(string name)
    {
        IReadOnlyDictionary<string, ParameterMetadata> parameters = ParametersOf(name);
        HelpPage page = Page(name);
        Assert.Equal(parameters.Keys.Order(), page.Parameters.Select(parameter => parameter.Name).Where(parameter => parameter != "CommonParameters").Order());
        Assert.All(page.Parameters, parameter =>
        {
            ParameterMetadata actual = parameters[parameter.Name];
            Assert.EndsWith(".", parameter.Description, StringComparison.Ordinal);
            Assert.Equal((parameter.Name, actual.ParameterType.ToString()), (parameter.Name, parameter.Type));
            Assert.Equal((parameter.Name, actual.Attributes.OfType<SupportsWildcardsAttribute>().Any()), (parameter.Name, parameter.SupportsWildcards));
            Assert.Equal(actual.Aliases.Order(), parameter.Aliases.Order());
            Assert.Equal(actual.ParameterSets.Select(Describe).Order(), parameter.Sets.Order());
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_syntax_of_each_parameter_set(string name)
    {
        string[] common = [.. Cmdlet.CommonParameters];
        Assert.Equal(
            Commands[name].Sets.Select(set => $"{set.Name}: {string.Join(" ", set.Parameters.Select(parameter => parameter.Name).Except(common).Where(parameter => !IsHidden(Commands[name].Parameters[parameter])).Order())}").Order(),
            Page(name).Syntax().Select(set => $"{set.Set}: {string.Join(" ", set.Parameters.Order())}").Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_links_only_to_existing_pages(string name)
    {
        HelpPage page = Page(name);
        Assert.Contains(page.Links, link => link.Target.StartsWith("https://developers.cloudflare.com/", StringComparison.Ordinal));
        Assert.All(page.Links, link => Assert.True(
            link.Target.StartsWith("https://", StringComparison.Ordinal) || File.Exists(Path.Combine(HelpPage.Folder, link.Target)), link.Target));
    }

    private static HelpPage Page(string name) => HelpPage.All.Single(page => page.Name == name);

    private static Dictionary<string, ParameterMetadata> ParametersOf(string name) => Commands[name].Parameters
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Key) && !IsHidden(parameter.Value))
        .ToDictionary(parameter => parameter.Key, parameter => parameter.Value);

    // Read completely while the runspace exists.
    private static Dictionary<string, (IReadOnlyDictionary<string, ParameterMetadata> Parameters, IReadOnlyList<CommandParameterSetInfo> Sets)> ReadCommands()
    {
        using var session = new Session(connectSandbox: false);
        return session.Must("Get-Command -Module CloudflareCni.PowerShell").As<CmdletInfo>().ToDictionary(
            command => command.Name,
            command => ((IReadOnlyDictionary<string, ParameterMetadata>)command.Parameters, (IReadOnlyList<CommandParameterSetInfo>)command.ParameterSets));
    }

    // What only the pipeline fills, such as -PipedAccount.
    private static bool IsHidden(ParameterMetadata parameter) => parameter.Attributes.OfType<ParameterAttribute>().All(attribute => attribute.DontShow);

    private static string Describe(KeyValuePair<string, ParameterSetMetadata> set) => string.Join(
        " ",
        set.Key == ParameterAttribute.AllParameterSets ? "(All)" : set.Key,
        set.Value.Position == int.MinValue ? "Named" : set.Value.Position.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Lower(set.Value.IsMandatory),
        Lower(set.Value.ValueFromPipeline),
        Lower(set.Value.ValueFromPipelineByPropertyName));

    private static string Lower(bool value) => value ? "true" : "false";
}
