using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace CloudflareCni.PowerShell.Tests.Help;

/// <summary>A parameter on a page: its text and its YAML metadata.</summary>
internal sealed partial class HelpPageParameter
{
    private readonly string _facts;

    public HelpPageParameter(string name, string body)
    {
        Name = name;
        int facts = body.IndexOf("```yaml", StringComparison.Ordinal);
        Description = HelpPage.Plain(facts < 0 ? body : body[..facts]);
        _facts = facts < 0 ? "" : body[facts..];
    }

    public string Name { get; }

    public string Description { get; }

    public string Type => Fact("Type");

    public string DefaultValue => Fact("DefaultValue");

    public bool SupportsWildcards => Fact("SupportsWildcards") == "true";

    public IReadOnlyList<string> Aliases =>
        [.. Items().Matches(_facts[_facts.IndexOf("Aliases:", StringComparison.Ordinal)..].Split("ParameterSets:")[0]).Select(item => item.Groups[1].Value)];

    /// <summary>Each parameter set as one line: name, position, mandatory, from the pipeline, by property name.</summary>
    public IReadOnlyList<string> Sets => [.. Set().Matches(_facts).Select(set => string.Join(" ", set.Groups.Values.Skip(1)))];

    private string Fact(string name) => Regex.Match(_facts, $"^{name}: *'?(.*?)'?$", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex(@"^- (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Items();

    [GeneratedRegex(@"^- Name: (\S+)\n  Position: (\w+)\n  IsRequired: (\w+)\n  ValueFromPipeline: (\w+)\n  ValueFromPipelineByPropertyName: (\w+)\n", RegexOptions.Multiline)]
    private static partial Regex Set();
}
