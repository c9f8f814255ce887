using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Management.Automation.Runspaces;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

[assembly: AssemblyFixture(typeof(SessionPool))]

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Runspaces with the module. Opening one costs more than most tests, so the next test gets the runspace of a test that left nothing in it.</summary>
public sealed class SessionPool : IDisposable
{
    // What a reset must restore: commands, drives, modules, the location, and the variables and preferences.
    private const string Describe = """
        $state = $ExecutionContext.SessionState
        foreach ($drive in 'Function:', 'Alias:') { foreach ($item in $state.InvokeProvider.ChildItem.Get($drive, $false)) { "$($item.Name) $($item.Definition)" } }
        foreach ($item in $state.InvokeProvider.ChildItem.Get('Variable:', $false)) { "$($item.Name) $(if ($item.Name -like '*Preference') { $item.Value })" }
        foreach ($item in $state.Drive.GetAll()) { $item.Name }
        foreach ($item in Get-Module) { $item.Path }
        $state.Path.CurrentLocation.Path
        $Error.Count
        $PSDefaultParameterValues.Count
        """;

    private static readonly ConcurrentBag<Pooled> Free = [];

    /// <summary>Ends the runspaces when all tests have run.</summary>
    public void Dispose()
    {
        while (Free.TryTake(out Pooled? pooled))
        {
            pooled.Runspace.Dispose();
        }
    }

    internal static Pooled Take()
    {
        if (Free.TryTake(out Pooled? free))
        {
            return free;
        }

        var host = new RecordingHost();
        Runspace runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        Run(runspace, $"Import-Module '{BuiltModule.Manifest.Replace("'", "''", StringComparison.Ordinal)}' -ErrorAction Stop");
        runspace.ResetRunspaceState();
        return new Pooled(runspace, host, Run(runspace, Describe));
    }

    /// <summary>Takes a runspace back, or ends it if it isn't as it was.</summary>
    internal static void Return(Pooled pooled)
    {
        try
        {
            pooled.Runspace.ResetRunspaceState();
            if (Run(pooled.Runspace, Describe) == pooled.Description)
            {
                pooled.Host.Clear();
                Free.Add(pooled);
                return;
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.Management.Automation.RuntimeException)
        {
            // A script still runs, or the test closed or broke the runspace.
        }

        pooled.Runspace.Dispose();
    }

    private static string Run(Runspace runspace, string script)
    {
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        return string.Join('\n', shell.AddScript(script, useLocalScope: true).Invoke().Select(line => $"{line}"));
    }

    /// <summary>A runspace that one session uses at a time.</summary>
    internal sealed record Pooled(Runspace Runspace, RecordingHost Host, string Description);
}
