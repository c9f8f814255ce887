using System;
using System.Threading.Tasks;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>Says of each check how it went: a line <c>ok</c>, or a line <c>FAILED</c> with the reason.</summary>
internal sealed class Report
{
    public int Failures { get; private set; }

    /// <summary>Runs a check.</summary>
    /// <param name="what">What must hold, in words.</param>
    /// <param name="check">Throws when it does not hold.</param>
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

    /// <summary>Runs a check that waits for nothing.</summary>
    /// <param name="what">What must hold, in words.</param>
    /// <param name="check">Throws when it does not hold.</param>
    public void Check(string what, Action check) => CheckAsync(what, () =>
    {
        check();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();
}
