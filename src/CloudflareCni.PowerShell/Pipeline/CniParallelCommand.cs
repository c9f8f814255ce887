using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that asks for many objects at a time and takes the answers in the order of its input.</summary>
public abstract class CniParallelCommand : CniCommand
{
    private const int Activity = 0x0C72;
    private static readonly TimeSpan LongWork = TimeSpan.FromSeconds(1);

    private readonly Queue<(Task Request, Action Take)> _underWay = new();
    private readonly Stopwatch _work = Stopwatch.StartNew();
    private int _done;
    private ProgressBar? _progress;

    /// <summary>How many requests may be under way at a time.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 5;

    /// <summary>What the progress bar is headed; null for none.</summary>
    private protected virtual string? ActivityText => null;

    private protected override void End() => Drain();

    /// <summary>Starts a request, once there is room for it. Its answer is taken when those before it have been.</summary>
    /// <typeparam name="T">What comes back.</typeparam>
    /// <param name="target">The resource, for the error record.</param>
    /// <param name="operation">The request.</param>
    /// <param name="take">Takes the answer, or meets the failure, on the pipeline thread.</param>
    private protected void Ask<T>(object target, Func<Task<T>> operation, Action<Func<T>> take)
    {
        if (_underWay.Count >= ThrottleLimit)
        {
            Finish();
        }

        Task<T> request;
        try
        {
            request = operation();
        }
        catch (CniException refusal)
        {
            // It is this object's error, in its turn.
            request = Task.FromException<T>(refusal);
        }

        _underWay.Enqueue((request, () => Attempt(target, () => take(() => Wait(request)))));
        while (_underWay.Count > 0 && _underWay.Peek().Request.IsCompleted)
        {
            Finish();
        }
    }

    /// <summary>Waits for all that is under way.</summary>
    private protected void Drain()
    {
        while (_underWay.Count > 0)
        {
            Finish();
        }

        _progress?.Hide();
    }

    private void Finish()
    {
        _underWay.Dequeue().Take();
        _done++;
        if (ActivityText is { } activity && _work.Elapsed > LongWork)
        {
            _progress ??= new ProgressBar(this, Activity, activity);
            _progress.Show($"{_done} done, {_underWay.Count} under way");
        }
    }
}
