using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Help;

/// <summary>The examples of the pages, in the bare engine: those whose commands it has. Pester runs all of them in a whole PowerShell.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class ExampleTests : IDisposable
{
    private const string ModulePathName = "PSModulePath";

    private static readonly string World = File.ReadAllText(Path.Combine(BuiltModule.Repository, "tests", "Pester", "ExampleWorld.ps1"));

    private readonly string? _modulePath = Environment.GetEnvironmentVariable(ModulePathName);
    private readonly EnvironmentVariables _environment = new();

    [Fact]
    public void Every_example_is_PowerShell_and_names_known_parameters()
    {
        using var session = new Session(connectSandbox: false);
        Assert.All(HelpPage.All.SelectMany(page => page.Examples), example =>
            Assert.All(Commands(example).Where(command => command.GetCommandName().Contains("-Cni", StringComparison.Ordinal)), command =>
            {
                string[] known = [.. session.Must("(Get-Command $args[0]).Parameters.Keys", command.GetCommandName()).As<string>()];
                Assert.Empty(command.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName).Except(known));
            }));
    }

    [Fact]
    public void Every_example_whose_commands_the_engine_has_runs_without_an_error()
    {
        HelpPageExample[] examples = [.. ThatTheEngineCanRun()];
        Assert.True(examples.Length > HelpPage.All.Count, $"only {examples.Length} examples can run in the engine");
        Report(examples);
        Assert.All(examples, example =>
        {
            using var folder = new TemporaryFolder();
            using Session session = Open(folder);
            RunResult result = session.Run(example.Code);
            session.Run("$served | Stop-CniSandbox");
            Assert.Equal(example.Error.Length == 0 ? [] : [example.Error], result.ErrorIds);
        });
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ModulePathName, _modulePath);
        _environment.Dispose();
    }

    private static List<HelpPageExample> ThatTheEngineCanRun()
    {
        using var folder = new TemporaryFolder();
        using Session session = Open(folder);
        var known = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        bool IsKnown(string name) => known.TryGetValue(name, out bool isKnown)
            ? isKnown
            : known[name] = session.Run("Get-Command $args[0] -ErrorAction Ignore", name).Output.Count > 0;
        var examples = HelpPage.All.SelectMany(page => page.Examples)
            .Where(example => example.NotRun.Length == 0 && Commands(example).All(command => IsKnown(command.GetCommandName())))
            .ToList();
        session.Run("$served | Stop-CniSandbox");
        return examples;
    }

    private static void Report(HelpPageExample[] run)
    {
        HelpPageExample[] others = [.. HelpPage.All.SelectMany(page => page.Examples).Except(run)];
        File.WriteAllLines(
            Path.Combine(BuiltModule.Repository, "artifacts", "examples-engine.md"),
            [
                "# Examples of the help in the bare engine",
                "",
                $"{run.Length} are run. {others.Length} are not, for the bare engine lacks a command of theirs; Pester runs them in a whole PowerShell:",
                "",
                .. others.Select(example => $"- {example}"),
            ]);
    }

    private static Session Open(TemporaryFolder folder)
    {
        var session = new Session(connectSandbox: false);
        session.Must(World, BuiltModule.Manifest, folder.Path);
        return session;
    }

    private static CommandAst[] Commands(HelpPageExample example)
    {
        ScriptBlockAst script = Parser.ParseInput(example.Code, out _, out ParseError[] errors);
        Assert.Empty(errors);
        return [.. script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()];
    }
}
