using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>The error map and the help topic about errors match.</summary>
public sealed partial class ErrorTopicTests
{
    [Fact]
    public void The_topic_lists_exactly_the_errors_with_their_categories()
    {
        string topic = File.ReadAllText(Path.Combine(BuiltModule.Root, "en-US", "about_CniErrors.help.txt"));
        string errors = topic[topic.IndexOf("\nERRORS", StringComparison.Ordinal)..topic.IndexOf("\nRETRIES", StringComparison.Ordinal)];

        Assert.Equal(
            Enum.GetNames<CniErrorKind>().Select(kind => ("Cni" + kind, CategoryOf(kind))).Order(),
            Entry().Matches(errors).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).Order());
    }

    // The map in the built module.
    private static string CategoryOf(string kind)
    {
        using var session = new Session(connectSandbox: false);
        Type map = ((Type)session.Must("(Get-Command New-Cni).ImplementingType").Output.Single().BaseObject).Assembly.GetType("CloudflareCni.PowerShell.Errors.ErrorMap")!;
        var entries = (IDictionary)map.GetField("Entries", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        object entry = entries[Enum.Parse(entries.GetType().GetGenericArguments()[0], kind)]!;
        Assert.NotEmpty((string)entry.GetType().GetProperty("Advice")!.GetValue(entry)!);
        return ((ErrorCategory)entry.GetType().GetProperty("Category")!.GetValue(entry)!).ToString();
    }

    [GeneratedRegex(@"^    (Cni\w+) +(\w+)", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
