using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using CloudflareCni.Shell.Hosting;

namespace CloudflareCni.Shell.Running;

/// <summary>Runs what the user gave, one pipeline at a time, and lets Ctrl+C stop the innermost.</summary>
internal sealed class PipelineRunner
{
    private readonly Runspace _runspace;
    private readonly ErrorWriter _errors;
    private readonly Stack<PowerShell> _running = new();

    /// <summary>Makes the runner.</summary>
    /// <param name="runspace">Where to run.</param>
    /// <param name="errors">Who tells of errors.</param>
    /// <param name="interrupts">Who tells of Ctrl+C.</param>
    public PipelineRunner(Runspace runspace, ErrorWriter errors, Interrupts interrupts)
    {
        _runspace = runspace;
        _errors = errors;
        interrupts.Stop = Stop;
    }

    /// <summary>Runs text as at a prompt.</summary>
    /// <param name="text">PowerShell.</param>
    /// <returns>How it ended.</returns>
    public RunResult RunText(string text)
    {
        using PowerShell pipeline = Create();
        pipeline.AddScript(text, useLocalScope: false).AddCommand("Out-Default");
        bool told = false;
        pipeline.Streams.Error.DataAdded += (sender, added) =>
        {
            told = true;
            _errors.Write(((PSDataCollection<ErrorRecord>)sender!)[added.Index]);
        };
        try
        {
            Invoke(pipeline);
            return pipeline.InvocationStateInfo.State == PSInvocationState.Stopped ? RunResult.Stopped
                : told || Evaluate("$?") is false ? RunResult.Failed
                : RunResult.Succeeded;
        }
        catch (PipelineStoppedException)
        {
            return RunResult.Stopped;
        }
        catch (RuntimeException exception)
        {
            _errors.Write(exception is ParseException ? WithPositions(text) ?? exception : exception);
            return RunResult.Failed;
        }
    }

    /// <summary>Runs a script file in the session's own scope.</summary>
    /// <param name="path">The script's full path.</param>
    /// <param name="arguments">Its arguments, as they stood on the command line.</param>
    /// <returns>How it ended.</returns>
    public RunResult RunFile(string path, IReadOnlyList<string> arguments) =>
        RunText($". {ScriptArgument.Quote(path)} {string.Join(' ', arguments.Select(ScriptArgument.ToSource))}");

    /// <summary>Runs a command of the shell's own, whose output and errors nobody shall see.</summary>
    /// <param name="build">Adds the command.</param>
    /// <returns>The output.</returns>
    /// <exception cref="RuntimeException">The command failed.</exception>
    public IReadOnlyList<PSObject> Query(Action<PowerShell> build)
    {
        using PowerShell pipeline = Create();
        build(pipeline);
        return pipeline.Invoke();
    }

    /// <summary>Looks something up in the session, and changes nothing there.</summary>
    /// <param name="expression">What to look up.</param>
    /// <returns>The value; null when there is none.</returns>
    public object? Evaluate(string expression) => Query(pipeline => pipeline.AddScript(expression)) is [{ BaseObject: var value }, ..] ? value : null;

    private void Invoke(PowerShell pipeline)
    {
        lock (_running)
        {
            _running.Push(pipeline);
        }

        try
        {
            pipeline.Invoke(input: null, new PSInvocationSettings { AddToHistory = true });
        }
        finally
        {
            lock (_running)
            {
                _running.Pop();
            }
        }
    }

    // The engine says where the mistakes are for files only.
    private static ParseException? WithPositions(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] mistakes);
        return mistakes.Length > 0 ? new ParseException(mistakes) : null;
    }

    // While a pipeline runs (a nested session), the runspace takes only pipelines that are nested in it.
    private PowerShell Create()
    {
        if (_running.Count > 0)
        {
            return PowerShell.Create(RunspaceMode.CurrentRunspace);
        }

        var pipeline = PowerShell.Create();
        pipeline.Runspace = _runspace;
        return pipeline;
    }

    private bool Stop()
    {
        lock (_running)
        {
            if (!_running.TryPeek(out PowerShell? pipeline) || pipeline.InvocationStateInfo.State is PSInvocationState.Stopping)
            {
                return false;
            }

            pipeline.BeginStop(callback: null, state: null);
            return true;
        }
    }
}
