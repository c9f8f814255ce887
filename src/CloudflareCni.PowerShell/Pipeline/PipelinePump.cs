using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>Lets the pipeline thread, the only thread that can write, wait for a task and run actions that other threads post meanwhile.</summary>
internal sealed class PipelinePump
{
    private readonly Queue<Action> _posted = new();

    /// <summary>Posts an action to the pipeline thread, which runs it the next time it waits. This method can be called on any thread.</summary>
    /// <param name="action">The action.</param>
    public void Post(Action action)
    {
        lock (_posted)
        {
            _posted.Enqueue(action);
            Monitor.Pulse(_posted);
        }
    }

    /// <summary>Posts an action that isn't urgent. The pipeline thread isn't woken for it, which would cost more than most actions, but runs it when it wakes for another reason.</summary>
    /// <param name="action">The action.</param>
    public void PostLater(Action action)
    {
        lock (_posted)
        {
            _posted.Enqueue(action);
        }
    }

    /// <summary>Waits for a task and runs the posted actions in order. This method must be called on the pipeline thread.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">The token that ends the wait immediately, even if the task doesn't observe it.</param>
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

    // Returns null if the task has ended and no action is left.
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
