using System;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>The state in a table has a color where the host shows colors, and nowhere else.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class StateColorTests
{
    private const string Red = "\x1b[31mDown\x1b[0m";

    [Theory]
    [InlineData("Get-CniCircuit fra03-fr5-3")]
    [InlineData("Get-CniInterconnectStatus fra03-fr5-3")]
    public void A_table_has_the_state_in_color_unless_colors_are_off(string script)
    {
        using var session = new Session();
        string Show(string rendering) => session.Must($"$PSStyle.OutputRendering = $args[0]; try {{ {script} | Out-Default }} finally {{ $PSStyle.OutputRendering = 'Host' }}", rendering).Screen;

        string? wanted = Environment.GetEnvironmentVariable("NO_COLOR");
        try
        {
            Environment.SetEnvironmentVariable("NO_COLOR", null);
            Assert.Contains(Red, Show("Ansi"), StringComparison.Ordinal);
            string plain = Show("PlainText");
            Assert.Contains("Down", plain, StringComparison.Ordinal);
            Assert.DoesNotContain(Red, plain, StringComparison.Ordinal);
            Environment.SetEnvironmentVariable("NO_COLOR", "1");
            Assert.DoesNotContain(Red, Show("Ansi"), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NO_COLOR", wanted);
        }
    }

    [Theory]
    [InlineData("$object.State -eq 'Down'", "True")]
    [InlineData("\"$($object.State)\"", "Down")]
    [InlineData("@{ Down = 'found' }[$object.State]", "found")]
    [InlineData("$object.State.Length", "4")]
    [InlineData("switch ($object.State) { Down { 'red' } }", "red")]
    public void The_state_is_plain_text_in_scripts(string script, string expected)
    {
        using var session = new Session();

        foreach (string command in new[] { "Get-CniCircuit fra03-fr5-3", "Get-CniInterconnectStatus fra03-fr5-3" })
        {
            Assert.Equal(expected, session.Must($"$object = {command}; {script}").Output.Single().ToString());
        }
    }
}
