using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>A runspace of the real engine, with the built module imported by its manifest, like a user's session.</summary>
internal sealed class Session : IDisposable
{
    private readonly SessionPool.Pooled _pooled = SessionPool.Take();
    private bool _isReusable = true;
    private bool _isDisposed;

    /// <summary>Opens a runspace, or takes one that is as good as new.</summary>
    /// <param name="connectSandbox"><c>true</c> to connect it to a new sandbox in this process; otherwise, <c>false</c>.</param>
    public Session(bool connectSandbox = true)
    {
        if (connectSandbox)
        {
            Must("$null = Connect-Cni -Sandbox");
        }
    }

    /// <summary>Gets the host, with the screen and the prompts.</summary>
    public RecordingHost Host => _pooled.Host;

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The script; its arguments are in <c>$args</c>.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The result of the script.</returns>
    public RunResult Run(string script, params object?[] arguments)
    {
        using System.Management.Automation.PowerShell shell = Prepare(script, arguments);
        var output = new PSDataCollection<PSObject>();
        ErrorRecord? terminating = null;
        int start = Host.ShownLength;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException e)
        {
            terminating = e.ErrorRecord;
        }

        return new RunResult(
            output.ToList(),
            shell.Streams.Error.ToList(),
            terminating,
            shell.Streams.Warning.Select(record => record.Message).ToList(),
            shell.Streams.Verbose.Select(record => record.Message).ToList(),
            Host.ShownSince(start));
    }

    /// <summary>Runs a script that must not fail.</summary>
    /// <param name="script">The script; its arguments are in <c>$args</c>.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The result of the script.</returns>
    public RunResult Must(string script, params object?[] arguments)
    {
        RunResult result = Run(script, arguments);
        IReadOnlyList<ErrorRecord> errors = result.AllErrors;
        return errors.Count == 0 ? result : throw new InvalidOperationException($"{script}: {string.Join("; ", errors)}", errors[0].Exception);
    }

    /// <summary>Starts a script without waiting for it.</summary>
    /// <param name="script">The script; its arguments are in <c>$args</c>.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The script.</returns>
    public RunningScript Start(string script, params object?[] arguments)
    {
        _isReusable = false;
        return new(Prepare(script, arguments));
    }

    /// <summary>Prepares a script.</summary>
    /// <param name="script">The script; its arguments are in <c>$args</c>.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The script. The caller must run and dispose it.</returns>
    public System.Management.Automation.PowerShell Prepare(string script, params object?[] arguments)
    {
        var shell = System.Management.Automation.PowerShell.Create(_pooled.Runspace);

        // A sandbox that listens ends with its runspace.
        _isReusable &= !script.Contains("Start-CniSandbox", StringComparison.Ordinal);
        shell.AddScript(script);
        foreach (object? argument in arguments)
        {
            shell.AddArgument(argument);
        }

        return shell;
    }

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (_isReusable)
        {
            SessionPool.Return(_pooled);
        }
        else
        {
            _pooled.Runspace.Dispose();
        }
    }
}
