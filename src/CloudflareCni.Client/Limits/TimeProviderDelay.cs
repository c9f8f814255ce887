using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Waits on a clock, with the same method name in both builds.</summary>
internal static class TimeProviderDelay
{
    public static Task DelayAsync(this TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(delay, clock, cancellationToken);
#else
        clock.Delay(delay, cancellationToken);
#endif
}
