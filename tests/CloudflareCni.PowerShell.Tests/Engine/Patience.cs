using System;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Waits for an expected event. The timeout is so long that only an event that never happens fails.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public static Task Soon(this Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <summary>A signal between two parts of a test.</summary>
    public static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
