using System;
using System.Threading.Tasks;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>Reports the result of each check: a line <c>ok</c>, or a line <c>FAILED</c> with the reason.</summary>
internal sealed class Report
{
    public int Failures { get; private set; }

    /// <summary>Runs a check.</summary>
    /// <param name="what">The expected behavior.</param>
    /// <param name="check">The check. It throws an exception if it fails.</param>
    public async Task CheckAsync(string what, Func<Task> check)
    {
        try
        {
            await check();
            Console.WriteLine($"ok {what}");
        }
        catch (Exception exception)
        {
            Failures++;
            Console.WriteLine($"FAILED {what}: {exception}");
        }
    }

    /// <summary>Runs a synchronous check.</summary>
    /// <param name="what">The expected behavior.</param>
    /// <param name="check">The check. It throws an exception if it fails.</param>
    public void Check(string what, Action check) => CheckAsync(what, () =>
    {
        check();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();
}
