using System;
using System.Linq;
using System.Management.Automation.Language;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Help;

/// <summary>Checks the examples of the pages. Pester runs them.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void Every_example_is_valid_PowerShell_with_known_parameters()
    {
        using var session = new Session(connectSandbox: false);
        Assert.All(HelpPage.All.SelectMany(page => page.Examples), example =>
            Assert.All(Commands(example).Where(command => command.GetCommandName().Contains("-Cni", StringComparison.Ordinal)), command =>
            {
                string[] known = [.. session.Must("(Get-Command $args[0]).Parameters.Keys", command.GetCommandName()).As<string>()];
                Assert.Empty(command.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName).Except(known));
            }));
    }

    private static CommandAst[] Commands(HelpPageExample example)
    {
        ScriptBlockAst script = Parser.ParseInput(example.Code, out _, out ParseError[] errors);
        Assert.Empty(errors);
        return [.. script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()];
    }
}
