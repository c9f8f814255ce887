using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Plans the checks of a command that waits for interconnects. The caller provides the times.</summary>
/// <param name="total">The number of interconnects to wait for.</param>
/// <param name="started">The time when the wait began.</param>
/// <param name="timeoutSec">The timeout of the wait, in seconds.</param>
/// <param name="pollIntervalSec">The time between two checks, in seconds, or <see langword="null"/> for the default.</param>
internal sealed class WaitPlan(int total, DateTimeOffset started, int timeoutSec, int? pollIntervalSec)
{
    private DateTimeOffset End => started.AddSeconds(timeoutSec);

    /// <summary>Gets the time since the wait began.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The elapsed time.</returns>
    public TimeSpan Elapsed(DateTimeOffset now) => now - started;

    /// <summary>Determines whether the wait ends.</summary>
    /// <param name="count">The number of interconnects that aren't ready yet.</param>
    /// <param name="now">The time of the last check.</param>
    /// <returns><see langword="true"/> if all interconnects are ready or the wait timed out; otherwise, <see langword="false"/>.</returns>
    public bool IsOver(int count, DateTimeOffset now) => count == 0 || now >= End;

    /// <summary>Gets the time of the next check. The last check is at the end of the wait.</summary>
    /// <param name="count">The number of interconnects that aren't ready yet.</param>
    /// <param name="now">The time of the last check.</param>
    /// <returns>The time.</returns>
    public DateTimeOffset NextCheck(int count, DateTimeOffset now)
    {
        DateTimeOffset next = now + PollPace.Next(count, Elapsed(now), pollIntervalSec);
        return next < End ? next : End;
    }

    /// <summary>Describes the progress of the wait.</summary>
    /// <param name="waiting">The interconnects that aren't ready yet.</param>
    /// <param name="now">The time.</param>
    /// <param name="next">The time of the next check.</param>
    /// <returns>One line.</returns>
    public string Describe(IReadOnlyCollection<InterconnectWatch> waiting, DateTimeOffset now, DateTimeOffset next) =>
        InterconnectWatch.Progress(waiting, total, Elapsed(now), next - now);

    /// <summary>Gets the percentage of the interconnects that are ready.</summary>
    /// <param name="count">The number of interconnects that aren't ready yet.</param>
    /// <returns>The percentage, from 0 to 100.</returns>
    public int Percent(int count) => 100 * (total - count) / total;
}
