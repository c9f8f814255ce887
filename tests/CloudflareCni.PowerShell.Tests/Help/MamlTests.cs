using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Help;

/// <summary>The help file of the module matches the pages. After a change to a page, <c>./build.ps1 Docs</c> updates it.</summary>
public sealed class MamlTests
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private static readonly XDocument Document = XDocument.Load(Path.Combine(BuiltModule.Root, "en-US", "CloudflareCni.PowerShell.dll-Help.xml"));

    public static TheoryData<string> Pages => [.. HelpPage.All.Select(page => page.Name)];

    [Fact]
    public void It_has_the_cmdlets_that_have_pages() => Assert.Equal(
        HelpPage.All.Select(page => page.Name),
        Document.Root!.Elements(Command + "command").Select(command => command.Element(Command + "details")!.Element(Command + "name")!.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void It_is_the_file_in_the_repository() => Assert.Equal(
        File.ReadAllText(Path.Combine(BuiltModule.Repository, "module", "en-US", "CloudflareCni.PowerShell.dll-Help.xml")),
        File.ReadAllText(Path.Combine(BuiltModule.Root, "en-US", "CloudflareCni.PowerShell.dll-Help.xml")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_has_the_text_of_the_page(string name)
    {
        (HelpPage page, XElement command) = Find(name);
        Assert.Equal(HelpPage.Plain(page.Sections["SYNOPSIS"]), Paragraphs(command.Element(Command + "details")!.Element(Maml + "description")!));
        Assert.Equal(HelpPage.Plain(page.Sections["DESCRIPTION"]), Paragraphs(command.Element(Maml + "description")!));
        Assert.Equal(HelpPage.Plain(page.Sections["NOTES"]), string.Concat(command.Descendants(Maml + "alert").Select(Paragraphs)));
        Assert.Equal(page.Types("INPUTS").Select(Described), command.Descendants(Command + "inputType").Select(Described));
        Assert.Equal(page.Types("OUTPUTS").Select(Described), command.Descendants(Command + "returnValue").Select(Described));
        Assert.Equal(page.Links.Select(link => link.Text), command.Descendants(Maml + "linkText").Select(text => text.Value));
        Assert.Equal(
            page.Links.Select(link => link.Target.StartsWith("https:", StringComparison.Ordinal) ? link.Target : ""),
            command.Descendants(Maml + "uri").Select(uri => uri.Value));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_has_the_examples_of_the_page(string name)
    {
        (HelpPage page, XElement command) = Find(name);
        Assert.Equal(
            page.Examples.Select(example => ($"--------- {example.Title} ---------", example.Code, example.Remarks)),
            command.Descendants(Command + "example").Select(example =>
                (example.Element(Maml + "title")!.Value, example.Element(Dev + "code")!.Value, Paragraphs(example.Element(Dev + "remarks")!))));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_has_the_parameters_of_the_page(string name)
    {
        (HelpPage page, XElement command) = Find(name);
        Assert.Equal(
            page.Parameters.Where(parameter => parameter.Name != "CommonParameters").Select(Described),
            command.Element(Command + "parameters")?.Elements().Select(DescribedParameter) ?? []);
        Assert.Equal(
            page.Syntax().Select(set => string.Join(" ", set.Parameters.Order())),
            command.Element(Command + "syntax")!.Elements().Select(item => string.Join(" ", item.Elements(Command + "parameter").Select(Name).Order())));
    }

    [Fact]
    public void It_does_not_contain_Markdown() => Assert.DoesNotContain(
        Document.Descendants(Maml + "para").Concat(Document.Descendants(Dev + "code")).Select(text => text.Value),
        text => text.Contains("```", StringComparison.Ordinal) || text.Contains("<!--", StringComparison.Ordinal) || text.Contains("**", StringComparison.Ordinal)
            || text.Contains('\x80'));

    private static (HelpPage Page, XElement Command) Find(string name) => (
        HelpPage.All.Single(page => page.Name == name),
        Document.Root!.Elements(Command + "command").Single(command => command.Element(Command + "details")!.Element(Command + "name")!.Value == name));

    private static string Paragraphs(XElement parent) => HelpPage.Words(string.Join(" ", parent.Elements(Maml + "para").Select(para => para.Value)));

    private static string Described((string Title, string Body) type) => $"{type.Title}: {HelpPage.Plain(type.Body)}";

    private static string Described(XElement type) =>
        $"{type.Element(Dev + "type")!.Element(Maml + "name")!.Value}: {Paragraphs(type.Element(Maml + "description")!)}";

    private static string Described(HelpPageParameter parameter) => string.Join(
        " | ",
        parameter.Name,
        parameter.Description,
        parameter.DefaultValue,
        parameter.SupportsWildcards,
        parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases),
        parameter.Sets.Any(set => set.Split(' ')[2] == "true"),
        Pipeline(parameter.Sets.Any(set => set.Split(' ')[3] == "true"), parameter.Sets.Any(set => set.Split(' ')[4] == "true")));

    private static string DescribedParameter(XElement parameter) => string.Join(
        " | ",
        Name(parameter),
        Paragraphs(parameter.Element(Maml + "description")!),
        parameter.Element(Dev + "defaultValue")?.Value ?? "",
        (bool)parameter.Attribute("globbing")!,
        parameter.Attribute("aliases")!.Value,
        (bool)parameter.Attribute("required")!,
        parameter.Attribute("pipelineInput")!.Value);

    private static string Pipeline(bool byValue, bool byPropertyName) => (byValue, byPropertyName) switch
    {
        (true, true) => "true (ByValue, ByPropertyName)",
        (true, false) => "true (ByValue)",
        (false, true) => "true (ByPropertyName)",
        _ => "false",
    };

    private static string Name(XElement parameter) => parameter.Element(Maml + "name")!.Value;
}
