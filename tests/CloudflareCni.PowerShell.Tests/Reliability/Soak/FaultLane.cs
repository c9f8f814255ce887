using System;
using System.Collections.Generic;
using System.Threading;
using CloudflareCni.Tests.Clock;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>The requests of one client through the proxy, one at a time, with their faults.</summary>
/// <param name="dice">The random number generator.</param>
internal sealed class FaultLane(Random dice)
{
    // A stall ends every running request of the client, so stalls are rare.
    private static readonly SoakFault[] Bag =
    [
        .. Repeat(4, SoakFault.Delay, SoakFault.DropBefore, SoakFault.DropAfter, SoakFault.ResetBefore, SoakFault.ResetAfter),
        .. Repeat(4, SoakFault.TooManyRequests, SoakFault.ServerErrorBefore, SoakFault.ServerErrorAfter, SoakFault.CutAfter),
        SoakFault.StallBefore,
        SoakFault.StallAfter,
    ];

    public SemaphoreSlim Turn { get; } = new(1);

    public Random Dice { get; } = dice;

    /// <summary>The clock of the client. Waits and stalls end immediately.</summary>
    public TestClock Clock { get; } = new(TimeSpan.FromSeconds(60));

    public int Requests { get; private set; }

    /// <summary>The number of POST requests that arrived.</summary>
    public int Posts { get; private set; }

    /// <summary>The number of POST requests that succeeded in the sandbox.</summary>
    public int PostsApplied { get; private set; }

    public Dictionary<SoakFault, int> Faults { get; } = [];

    /// <summary>Chooses the fault for the next request.</summary>
    public SoakFault Next(string method)
    {
        Requests++;
        Posts += method == "POST" ? 1 : 0;
        SoakFault fault = Dice.Next(10) == 0 ? Bag[Dice.Next(Bag.Length)] : SoakFault.None;
        Faults[fault] = Faults.GetValueOrDefault(fault) + 1;
        return fault;
    }

    /// <summary>Records the response of the sandbox.</summary>
    public void Forwarded(string method, int status) => PostsApplied += method == "POST" && status is >= 200 and < 300 ? 1 : 0;

    private static IEnumerable<SoakFault> Repeat(int times, params SoakFault[] faults)
    {
        for (int i = 0; i < times; i++)
        {
            foreach (SoakFault fault in faults)
            {
                yield return fault;
            }
        }
    }
}
