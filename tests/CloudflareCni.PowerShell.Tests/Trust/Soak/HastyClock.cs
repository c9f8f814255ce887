using System;
using System.Threading;

namespace CloudflareCni.PowerShell.Tests.Trust.Soak;

/// <summary>A clock whose short waits (before a retry) end at once, and whose long ones (a request's timeout) last a fortieth.</summary>
internal sealed class HastyClock : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : dueTime < Short ? TimeSpan.Zero : dueTime / 40, period);
}
