using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Help;

/// <summary>The output of Get-Help.</summary>
[Trait("Tier", "Slow")]
public sealed class GetHelpTests
{
    private static readonly string[] TopicSections = ["TOPIC", "SHORT DESCRIPTION", "LONG DESCRIPTION", "KEYWORDS", "SEE ALSO"];

    public static TheoryData<string> Topics =>
    [
        "about_CloudflareCni", "about_CniConfiguration", "about_CniConnections", "about_CniSandbox", "about_CniErrors", "about_CniRunbooks", "about_CniNetworking",
        "about_CniRouters", "about_CniCircuits",
    ];

    [Fact]
    public void It_shows_synopsis_parameters_and_examples_of_every_cmdlet()
    {
        using var session = new Session(connectSandbox: false);
        Assert.All(HelpPage.All, page =>
        {
            PSObject help = session.Must("Get-Help $args[0] -Full", page.Name).Output.Single();
            Assert.Equal(page.Sections["SYNOPSIS"], Text(help, "Synopsis").Trim());
            Assert.Equal(
                page.Parameters.Select(parameter => parameter.Name).Where(name => name != "CommonParameters"),
                Children(help, "parameters", "parameter").Select(parameter => Text(parameter, "name")));
            Assert.Equal(
                page.Examples.Select(example => example.Code),
                Children(help, "examples", "example").Select(example => Text(example, "code").Replace("\r", "")));
        });
    }

    [Fact]
    public void There_are_no_unknown_topics() => Assert.Equal(
        Topics.Select(topic => topic.Data).Order(),
        Directory.EnumerateFiles(Path.Combine(BuiltModule.Root, "en-US"), "about_*").Select(path => Path.GetFileName(path).Replace(".help.txt", "")).Order());

    [Theory]
    [MemberData(nameof(Topics))]
    public void It_shows_the_topic(string topic)
    {
        using var session = new Session(connectSandbox: false);
        Assert.Equal(Topic(topic), session.Must("Get-Help $args[0]", topic).Output.Single().ToString().Replace("\r", ""));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_has_the_standard_form(string topic)
    {
        string text = Topic(topic);
        Assert.StartsWith($"TOPIC\n    {topic}\n", text, StringComparison.Ordinal);
        Assert.Equal(TopicSections, text.Split('\n').Where(line => line.Length > 0 && char.IsUpper(line[0])).Intersect(TopicSections));
        Assert.DoesNotContain(text.Split('\n'), line => (line.Length > 80 && !line.Contains("https://", StringComparison.Ordinal)) || line.EndsWith(' '));
        Assert.True(text.All(character => character is >= ' ' and <= '~' or '\n'), "ASCII, for Windows PowerShell's sake");
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_refers_only_to_existing_topics_and_cmdlets(string topic)
    {
        string text = Topic(topic);
        string[] known = [.. HelpPage.All.Select(page => page.Name), .. Topics.Select(row => row.Data)];
        IEnumerable<string> references = text[text.IndexOf("\nSEE ALSO\n", StringComparison.Ordinal)..].Split('\n').Select(line => line.Trim()).Skip(2).Where(line => line.Length > 0);
        Assert.Empty(references.Where(reference => !reference.StartsWith("https://", StringComparison.Ordinal)).Except(known));
    }

    private static string Topic(string name) => File.ReadAllText(Path.Combine(BuiltModule.Root, "en-US", $"{name}.help.txt"));

    private static string Text(PSObject help, string property) => help.Properties[property].Value.ToString()!;

    // A single child isn't in a list.
    private static IEnumerable<PSObject> Children(PSObject help, string list, string item)
    {
        object? children = (help.Properties[list]?.Value as PSObject)?.Properties[item]?.Value;
        return (children is PSObject wrapped ? wrapped.BaseObject : children) switch
        {
            null => [],
            Array several => several.Cast<object>().Select(PSObject.AsPSObject),
            _ => [PSObject.AsPSObject(children)],
        };
    }
}
