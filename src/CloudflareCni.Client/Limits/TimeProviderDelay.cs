using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Waiting on a clock, under the one name that both builds have for it.</summary>
internal static class TimeProviderDelay
{
    public static Task DelayAsync(this TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(delay, clock, cancellationToken);
#else
        clock.Delay(delay, cancellationToken);
#endif
}
