using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>Lets the pipeline thread, which alone may write, wait for a task and meanwhile do what tasks of any thread ask it to.</summary>
internal sealed class PipelinePump
{
    private readonly Queue<Action> _posted = new();

    /// <summary>Hands the pipeline thread something to do at once if it waits, or when it next does. May be called on any thread.</summary>
    /// <param name="action">What to do.</param>
    public void Post(Action action)
    {
        lock (_posted)
        {
            _posted.Enqueue(action);
            Monitor.Pulse(_posted);
        }
    }

    /// <summary>Waits for a task, and does what was posted, in order. Called on the pipeline thread.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Frees this thread at once, even if the task does not heed it.</param>
    public void Wait(Task task, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration cancelled = cancellationToken.Register(Wake);
        if (!task.IsCompleted)
        {
            task.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        while (Next(task, cancellationToken) is { } action)
        {
            action();
        }

        task.GetAwaiter().GetResult();
    }

    private void Wake()
    {
        lock (_posted)
        {
            Monitor.Pulse(_posted);
        }
    }

    // Null when the task has ended and nothing is left to do.
    private Action? Next(Task task, CancellationToken cancellationToken)
    {
        lock (_posted)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_posted.Count > 0)
                {
                    return _posted.Dequeue();
                }

                if (task.IsCompleted)
                {
                    return null;
                }

                Monitor.Wait(_posted);
            }
        }
    }
}
