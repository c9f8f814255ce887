using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>Lets the pipeline thread, which alone may write, wait for a task and meanwhile do what the task's threads ask it to.</summary>
internal static class PipelinePump
{
    /// <summary>Runs an operation to its end, or to the cancellation.</summary>
    /// <typeparam name="T">What the operation gives.</typeparam>
    /// <param name="operation">Starts the operation; what it posts runs on this thread, in order.</param>
    /// <param name="cancellationToken">Frees this thread at once, even if the operation does not heed it.</param>
    /// <returns>What the operation gave.</returns>
    public static T Run<T>(Func<Action<Action>, Task<T>> operation, CancellationToken cancellationToken)
    {
        // Not disposed here: an operation that outlives its cancellation may still post into it.
        var posted = new BlockingCollection<Action>();

        Task<T> task = operation(action => Post(posted, action));
        task.ContinueWith(_ => posted.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (Action action in posted.GetConsumingEnumerable(cancellationToken))
        {
            action();
        }

        return task.GetAwaiter().GetResult();
    }

    private static void Post(BlockingCollection<Action> posted, Action action)
    {
        try
        {
            posted.Add(action);
        }
        catch (InvalidOperationException)
        {
            // The operation has ended: nobody listens any more.
        }
    }
}
