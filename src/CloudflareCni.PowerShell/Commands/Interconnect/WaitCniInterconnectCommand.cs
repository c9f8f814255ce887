using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Views;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Waits until interconnects reach a state, and returns the status of each as it does.</summary>
[Cmdlet(VerbsLifecycle.Wait, "CniInterconnect")]
[OutputType(typeof(CniInterconnectStatus))]
public sealed class WaitCniInterconnectCommand : CniParallelCommand
{
    private const int ProgressId = 0x0C73;
    private static readonly TimeSpan ProgressStep = TimeSpan.FromSeconds(1);

    private readonly List<(InterconnectReference Name, InterconnectWatch Watch)> _waiting = [];
    private ProgressBar? _progress;
    private DateTimeOffset _started;
    private int _total;

    /// <summary>Specifies the names of the interconnects. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection, SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[] Name { get; set; } = [];

    /// <summary>Specifies the states to wait for. The wait for an interconnect ends when it reaches one of them.</summary>
    [Parameter(Position = 1)]
    [TrimTransformation, ValidateSelection, ArgumentCompleter(typeof(StateCompleter))]
    public string[] State { get; set; } = [InterconnectStates.Healthy];

    /// <summary>Specifies how long to wait, in seconds. 0 checks once.</summary>
    [Parameter, WholeNumberTransformation, ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; } = 3600;

    /// <summary>Specifies the time between two checks, in seconds. By default, it grows from 15 to 60 seconds. It's at least one second for each interconnect.</summary>
    [Parameter, WholeNumberTransformation, ValidateRange(1, 86400)]
    public int? PollIntervalSec { get; set; }

    private protected override void Process()
    {
        foreach (InterconnectReference name in Resolve(Name))
        {
            Act(name, () =>
            {
                if (!_waiting.Any(other => other.Name.Name == name.Name && ReferenceOrigin.AreEqual(other.Name.Origin, name.Origin)))
                {
                    _waiting.Add((name, new InterconnectWatch(name.Name, State)));
                }
            });
        }
    }

    private protected override void End()
    {
        InterconnectStates.Warn(State).ForEach(WriteWarning);
        if (_waiting.Count == 0)
        {
            return;
        }

        _total = _waiting.Count;
        DateTimeOffset now = _started = Pause(TimeSpan.Zero);
        DateTimeOffset end = _started.AddSeconds(TimeoutSec);
        while (true)
        {
            CheckAll();
            now = Pause(TimeSpan.Zero);
            if (_waiting.Count == 0 || now >= end)
            {
                break;
            }

            DateTimeOffset next = now + PollPace.Next(_waiting.Count, now - _started, PollIntervalSec);
            PauseUntil(now, next < end ? next : end);
        }

        _progress?.Hide();
        foreach ((InterconnectReference name, InterconnectWatch watch) in _waiting)
        {
            Attempt(name.Name, () => throw watch.TimedOut(now - _started));
        }
    }

    private void CheckAll()
    {
        foreach ((InterconnectReference name, InterconnectWatch watch) in _waiting.ToList())
        {
            StartRequest(name.Name, () => GetClient(name).GetInterconnectStatusAsync(name.Name, Stopped), answer => Check(watch, answer));
        }

        Drain();
    }

    private void Check(InterconnectWatch watch, Func<CniInterconnectStatus> answer)
    {
        CniInterconnectStatus status;
        try
        {
            status = answer();
        }
        catch (CniApiException failure) when (failure is { IsTransient: true, ServerUnreachable: false })
        {
            // The link may be healthy even if the API fails. The next check may succeed.
            watch.RecordFailure(failure);
            WriteVerbose($"The state of interconnect {watch.Interconnect} couldn't be read, so it will be checked again. {failure.Message}");
            return;
        }
        catch (CniException)
        {
            StopWaiting(watch);
            throw;
        }

        if (watch.Observe(status.State))
        {
            WriteWarning($"Interconnect {watch.Interconnect} is flapping: {watch.History}.");
        }

        if (watch.HasReached)
        {
            StopWaiting(watch);
            WriteObject(ModelMembers.With(status));
        }
    }

    private void StopWaiting(InterconnectWatch watch) => _waiting.RemoveAll(one => one.Watch == watch);

    private void PauseUntil(DateTimeOffset now, DateTimeOffset next)
    {
        while (now < next)
        {
            ShowProgress(now, next);
            now = Pause(next - now < ProgressStep ? next - now : ProgressStep);
        }
    }

    private DateTimeOffset Pause(TimeSpan duration) => Wait(Connections.Latest.Clock.PauseAsync(duration, Stopped));

    private void ShowProgress(DateTimeOffset now, DateTimeOffset next)
    {
        string status = InterconnectWatch.Progress([.. _waiting.Select(one => one.Watch)], _total, now - _started, next - now);
        _progress ??= new ProgressBar(this, ProgressId, $"Waiting for {string.Join(" or ", State)}");
        _progress.Show(status, 100 * (_total - _waiting.Count) / _total);
    }
}
