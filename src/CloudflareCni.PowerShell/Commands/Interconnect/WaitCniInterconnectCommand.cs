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

    private readonly List<(InterconnectReference Name, InterconnectWatch Watch)> _waiting = [];

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

        DateTimeOffset now = Pause(TimeSpan.Zero);
        var plan = new WaitPlan(_waiting.Count, now, TimeoutSec, PollIntervalSec);
        var progress = new ProgressBar(this, ProgressId, $"Waiting for {string.Join(" or ", State)}");
        var countdown = new Countdown(progress, plan, Pause);
        while (true)
        {
            CheckAll();
            now = Pause(TimeSpan.Zero);
            if (plan.IsOver(_waiting.Count, now))
            {
                break;
            }

            countdown.Run([.. _waiting.Select(one => one.Watch)], now);
        }

        progress.Hide();
        foreach ((InterconnectReference name, InterconnectWatch watch) in _waiting)
        {
            Attempt(name.Name, () => throw watch.TimedOut(plan.Elapsed(now)));
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

    private DateTimeOffset Pause(TimeSpan duration) => Wait(Connections.Latest.Clock.PauseAsync(duration, Stopped));
}
