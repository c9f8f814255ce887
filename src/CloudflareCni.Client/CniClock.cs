using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Waits, and returns the time.</summary>
/// <param name="timeProvider">The clock.</param>
public sealed class CniClock(TimeProvider timeProvider)
{
    /// <summary>Initializes a new instance of the <see cref="CniClock"/> class that uses the system's clock.</summary>
    public CniClock()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Gets the time, in local time with its offset.</summary>
    public DateTimeOffset Now => timeProvider.GetLocalNow();

    /// <summary>Waits.</summary>
    /// <param name="duration">The time to wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The time after the wait, as local time with its offset.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<DateTimeOffset> PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await timeProvider.DelayAsync(duration, cancellationToken).ConfigureAwait(false);
        return timeProvider.GetLocalNow();
    }
}
