using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>Lets the pipeline thread, which alone may write, wait for a task and meanwhile do what tasks of any thread ask it to.</summary>
internal sealed class PipelinePump
{
    private static readonly Action Wake = () => { };

    // Not disposed: a task that outlives its cancellation may still post into it.
    private readonly BlockingCollection<Action> _posted = [];

    /// <summary>Hands the pipeline thread something to do when it next waits. May be called on any thread.</summary>
    /// <param name="action">What to do.</param>
    public void Post(Action action) => _posted.Add(action);

    /// <summary>Waits for a task, and does what was posted, in order. Called on the pipeline thread.</summary>
    /// <typeparam name="T">What the task gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Frees this thread at once, even if the task does not heed it.</param>
    /// <returns>What the task gave.</returns>
    public T Wait<T>(Task<T> task, CancellationToken cancellationToken)
    {
        if (!task.IsCompleted)
        {
            task.ContinueWith(_ => Post(Wake), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        while (!task.IsCompleted)
        {
            _posted.Take(cancellationToken)();
        }

        while (_posted.TryTake(out Action? action))
        {
            action();
        }

        return task.GetAwaiter().GetResult();
    }
}
