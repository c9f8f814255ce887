using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CloudflareCni.PowerShell.Tests.Engine;

namespace CloudflareCni.PowerShell.Tests.Help;

/// <summary>The page of a cmdlet, read without PlatyPS.</summary>
internal sealed partial class HelpPage
{
    private HelpPage(string path)
    {
        Path = path;
        Name = System.IO.Path.GetFileNameWithoutExtension(path);
        Text = File.ReadAllText(path);
        FrontMatter = Line().Matches(Text[..Text.IndexOf("\n# ", StringComparison.Ordinal)]).ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value);
        Sections = Split(Text, "## ").ToDictionary(section => section.Title, section => section.Body);
        SectionTitles = [.. Split(Text, "## ").Select(section => section.Title)];
        Examples = [.. Split(Sections["EXAMPLES"], "### ").Select(part => new HelpPageExample(Name, part.Title, part.Body))];
        Parameters = [.. Split(Sections["PARAMETERS"], "### -").Select(part => new HelpPageParameter(part.Title, part.Body))];
    }

    /// <summary>The folder of the pages.</summary>
    public static string Folder { get; } = System.IO.Path.Combine(BuiltModule.Repository, "docs", "en-US");

    /// <summary>All pages, by name.</summary>
    public static IReadOnlyList<HelpPage> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal).Select(path => new HelpPage(path))];

    public string Path { get; }

    /// <summary>The name of the cmdlet, from the file name.</summary>
    public string Name { get; }

    public string Text { get; }

    public IReadOnlyDictionary<string, string> FrontMatter { get; }

    public IReadOnlyList<string> SectionTitles { get; }

    public IReadOnlyDictionary<string, string> Sections { get; }

    public IReadOnlyList<HelpPageExample> Examples { get; }

    public IReadOnlyList<HelpPageParameter> Parameters { get; }

    /// <summary>The text and the target of each related link.</summary>
    public IReadOnlyList<(string Text, string Target)> Links =>
        [.. LinkItem().Matches(Sections["RELATED LINKS"]).Select(link => (link.Groups[1].Value, link.Groups[2].Value))];

    /// <summary>The types in a section such as INPUTS, with their descriptions.</summary>
    public IReadOnlyList<(string Title, string Body)> Types(string section) => Split(Sections[section], "### ");

    /// <summary>The name of each parameter set with the parameters in its syntax.</summary>
    public IReadOnlyList<(string Set, string[] Parameters)> Syntax() =>
        [.. Split(Sections["SYNTAX"], "### ").Select(part => (part.Title.Replace(" (Default)", ""), ParameterName().Matches(part.Body).Select(name => name.Groups[1].Value).ToArray()))];

    /// <summary>Markdown as Get-Help shows it: text on one line, without markup.</summary>
    public static string Plain(string markdown)
    {
        string text = Comment().Replace(markdown, "");
        text = WebLink().Replace(text, "$1 ($2)");
        text = Link().Replace(text, "$1");
        return Words(text.Replace("`", "").Replace("**", ""));
    }

    /// <summary>A string in which all white space is replaced with single spaces.</summary>
    public static string Words(string text) => Space().Replace(text, " ").Trim();

    public override string ToString() => Name;

    private static List<(string Title, string Body)> Split(string text, string mark)
    {
        var parts = new List<(string, string)>();
        foreach (string part in ("\n" + text).Split("\n" + mark).Skip(1))
        {
            int end = part.IndexOf('\n');
            parts.Add(end < 0 ? (part, "") : (part[..end].Trim(), part[end..].Trim()));
        }

        return parts;
    }

    [GeneratedRegex(@"^([\w ]+): *(.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[([^\]]+)\]\((https?:[^)\s]+)\)")]
    private static partial Regex WebLink();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^- \[([^\]]+)\]\(([^)]+)\)$", RegexOptions.Multiline)]
    private static partial Regex LinkItem();

    [GeneratedRegex(@"(?<=[ [])-(\w+)")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
