using System;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Waits for what must come, so long that only what never comes fails.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public static Task Soon(this Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <summary>A signal for one side of a test to the other.</summary>
    public static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
