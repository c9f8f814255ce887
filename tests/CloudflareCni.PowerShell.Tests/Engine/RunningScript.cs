using System;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>A script that runs while the test goes on.</summary>
internal sealed class RunningScript : IDisposable
{
    private readonly System.Management.Automation.PowerShell _shell;
    private readonly TaskCompletionSource _wrote = Patience.Signal();
    private readonly TaskCompletionSource _answered = Patience.Signal();
    private readonly TaskCompletionSource _showed = Patience.Signal();

    public RunningScript(System.Management.Automation.PowerShell shell)
    {
        _shell = shell;
        Output.DataAdded += (_, _) => _wrote.TrySetResult();
        shell.Streams.Verbose.DataAdded += (_, added) =>
        {
            if (shell.Streams.Verbose[added.Index].Message.Contains("/accounts/", StringComparison.Ordinal))
            {
                _answered.TrySetResult();
            }
        };
        shell.Streams.Progress.DataAdded += (_, _) => _showed.TrySetResult();
        Ended = shell.InvokeAsync<PSObject, PSObject>(null, Output);
    }

    /// <summary>What the script wrote so far.</summary>
    public PSDataCollection<PSObject> Output { get; } = new() { EnumeratorNeverBlocks = true };

    public PSDataStreams Streams => _shell.Streams;

    /// <summary>Ends with the script, and fails as it does.</summary>
    public Task Ended { get; }

    /// <summary>Ends with the first object that the script writes.</summary>
    public Task Wrote => _wrote.Task;

    /// <summary>Ends when the headers of a first answer are there: a request of a command with -Verbose says so.</summary>
    public Task Answered => _answered.Task;

    /// <summary>Ends when the script shows its first progress.</summary>
    public Task Showed => _showed.Task;

    /// <summary>What Ctrl+C does.</summary>
    public Task StopAsync() => _shell.StopAsync(null, null);

    public void Dispose() => _shell.Dispose();
}
