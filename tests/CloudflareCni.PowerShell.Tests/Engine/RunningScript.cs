using System;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>A script that runs while the test continues.</summary>
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

    /// <summary>Gets the streams of the script.</summary>
    public PSDataCollection<PSObject> Output { get; } = new() { EnumeratorNeverBlocks = true };

    public PSDataStreams Streams => _shell.Streams;

    /// <summary>Gets a task that ends, or fails, with the script.</summary>
    public Task Ended { get; }

    /// <summary>Gets a task that ends when the script returns its first object.</summary>
    public Task Wrote => _wrote.Task;

    /// <summary>Gets a task that ends when the headers of the first response have arrived, which the command's -Verbose shows.</summary>
    public Task Answered => _answered.Task;

    /// <summary>Gets a task that ends when the script shows its first progress.</summary>
    public Task Showed => _showed.Task;

    /// <summary>Stops the script, like Ctrl+C.</summary>
    public Task StopAsync() => _shell.StopAsync(null, null);

    public void Dispose() => _shell.Dispose();
}
