using System;
using System.Management.Automation;
using CloudflareCni.Shell.Hosting;

namespace CloudflareCni.Shell.Running;

/// <summary>Reads statements and runs them until the user leaves: from a terminal with prompts, from anything else without.</summary>
internal sealed class Repl(PipelineRunner runner, ShellHost host, Terminal terminal, KeyReader keys)
{
    private const string ContinuationPrompt = ">> ";

    /// <summary>Runs the session.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        RunResult last = RunResult.Succeeded;
        while (host.RequestedExitCode is null && !host.IsLeavingNestedPrompt && ReadStatement() is { } statement)
        {
            if (!string.IsNullOrWhiteSpace(statement))
            {
                last = runner.RunText(statement);
                if (last == RunResult.Stopped)
                {
                    // Ctrl+C means also what was typed ahead for later.
                    KeyReader.Discard();
                }
            }
        }

        // A person has seen the errors; a script that feeds statements needs the exit code.
        return host.RequestedExitCode ?? (last == RunResult.Succeeded || !Console.IsInputRedirected ? ExitCode.Success : ExitCode.Failure);
    }

    /// <summary>Runs a session inside the command that is running. <c>exit</c> leaves this session only.</summary>
    public void RunNested()
    {
        Run();
        host.ForgetExit();
        host.IsLeavingNestedPrompt = false;
    }

    private string? ReadStatement()
    {
        while (true)
        {
            try
            {
                return StatementReader.Read(ReadLine);
            }
            catch (PipelineStoppedException)
            {
                // Ctrl+C gives the statement up: ask for the next.
            }
        }
    }

    private string? ReadLine(bool isContinued)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine();
        }

        terminal.WriteQuestion(isContinued ? ContinuationPrompt : Prompt());
        return keys.ReadLine();
    }

    private string Prompt()
    {
        try
        {
            return string.Concat(runner.Query(pipeline => pipeline.AddCommand("prompt")));
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }
}
