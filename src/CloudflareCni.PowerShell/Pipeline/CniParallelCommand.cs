using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that send several requests at the same time and process the responses in the order of the input.</summary>
public abstract class CniParallelCommand : CniCommand
{
    private const int Activity = 0x0C72;

    // How many requests can be unfinished, including those whose response waits for an earlier one, for each one that can run.
    private const int MaxAhead = 4;
    private static readonly TimeSpan LongWork = TimeSpan.FromSeconds(1);

    private readonly Queue<(Task Request, Action Take)> _underWay = new();
    private readonly Stopwatch _work = Stopwatch.StartNew();
    private int _done;
    private ProgressBar? _progress;

    /// <summary>Specifies the maximum number of requests that run at the same time.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 5;

    /// <summary>Gets the title of the progress bar, or <see langword="null"/> for no progress bar.</summary>
    private protected virtual string? ActivityText => null;

    private bool IsFull => _underWay.Count >= ThrottleLimit * MaxAhead;

    private protected override void End() => Drain();

    /// <summary>Starts a request as soon as the throttle limit allows it. Responses are processed in order, but a slow one doesn't delay other requests.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="target">The resource, for the error record.</param>
    /// <param name="operation">The function that starts the request.</param>
    /// <param name="take">The action that processes the response, or its exception, on the pipeline thread.</param>
    private protected void StartRequest<T>(object target, Func<Task<T>> operation, Action<Func<T>> take)
    {
        while (_underWay.Count(one => !one.Request.IsCompleted) >= ThrottleLimit || IsFull)
        {
            WaitForAny();
        }

        Task<T> request;
        try
        {
            request = operation();
        }
        catch (CniException refusal)
        {
            // The error belongs to this object and is reported in order.
            request = Task.FromException<T>(refusal);
        }

        _underWay.Enqueue((request, () => Attempt(target, () => take(() => Wait(request)))));
        while (_underWay.Count > 0 && _underWay.Peek().Request.IsCompleted)
        {
            Finish();
        }
    }

    /// <summary>Waits for all running requests.</summary>
    private protected void Drain()
    {
        while (_underWay.Count > 0)
        {
            Finish();
        }

        _progress?.Hide();
    }

    private void WaitForAny()
    {
        Task[] running = [.. _underWay.Select(one => one.Request).Where(request => !request.IsCompleted)];

        // An error may end the command, so the responses before it are processed first.
        if (running.Length == 0 || IsFull || _underWay.Peek().Request.IsCompleted || _underWay.Any(one => one.Request.IsFaulted))
        {
            Finish();
        }
        else
        {
            Wait((Task)Task.WhenAny(running));
        }
    }

    private void Finish()
    {
        _underWay.Dequeue().Take();
        _done++;
        if (ActivityText is { } activity && _work.Elapsed > LongWork)
        {
            _progress ??= new ProgressBar(this, Activity, activity);
            _progress.Show($"{_done} completed, {_underWay.Count} in progress");
        }
    }
}
