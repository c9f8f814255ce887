using System;
using System.Diagnostics;
using System.Threading;
using Xunit;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>Waits for a condition, with a deadline that only a failure reaches.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static void True(string what, Func<bool> condition, Func<string>? explain = null)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > Deadline)
            {
                Assert.Fail($"{what}: not within {Deadline}.\n{explain?.Invoke()}");
            }

            Thread.Sleep(Interval);
        }
    }
}
