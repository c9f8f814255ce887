using System;
using System.Collections.Generic;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>Pauses a command between two checks of interconnects, and shows the progress every second.</summary>
/// <param name="progress">The progress bar.</param>
/// <param name="plan">The plan of the wait.</param>
/// <param name="pause">The function that pauses the command, and returns the time after the pause.</param>
internal sealed class Countdown(ProgressBar progress, WaitPlan plan, Func<TimeSpan, DateTimeOffset> pause)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Pauses until the next check.</summary>
    /// <param name="waiting">The interconnects that aren't ready yet.</param>
    /// <param name="now">The time of the last check.</param>
    public void Run(IReadOnlyCollection<InterconnectWatch> waiting, DateTimeOffset now)
    {
        DateTimeOffset next = plan.NextCheck(waiting.Count, now);
        while (now < next)
        {
            progress.Show(plan.Describe(waiting, now, next), plan.Percent(waiting.Count));
            now = pause(next - now < Step ? next - now : Step);
        }
    }
}
