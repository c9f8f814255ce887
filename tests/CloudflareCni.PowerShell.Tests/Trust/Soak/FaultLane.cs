using System;
using System.Collections.Generic;
using System.Threading;
using CloudflareCni.Tests.Clock;

namespace CloudflareCni.PowerShell.Tests.Trust.Soak;

/// <summary>The requests of one client through the proxy, one at a time, and what befell them.</summary>
/// <param name="dice">Decides.</param>
internal sealed class FaultLane(Random dice)
{
    // A stall ends every request that the client has under way, so that there are few of them.
    private static readonly SoakFault[] Bag =
    [
        .. Repeat(4, SoakFault.Delay, SoakFault.DropBefore, SoakFault.DropAfter, SoakFault.ResetBefore, SoakFault.ResetAfter),
        .. Repeat(4, SoakFault.TooManyRequests, SoakFault.ServerErrorBefore, SoakFault.ServerErrorAfter, SoakFault.CutAfter),
        SoakFault.StallBefore,
        SoakFault.StallAfter,
    ];

    public SemaphoreSlim Turn { get; } = new(1);

    public Random Dice { get; } = dice;

    /// <summary>The client's clock: nobody waits on it, and a stall is over at once.</summary>
    public TestClock Clock { get; } = new(TimeSpan.FromSeconds(60));

    public int Requests { get; private set; }

    /// <summary>The POST requests that came.</summary>
    public int Posts { get; private set; }

    /// <summary>The POST requests that the sandbox answered with success.</summary>
    public int PostsApplied { get; private set; }

    public Dictionary<SoakFault, int> Faults { get; } = [];

    /// <summary>Decides the next request's fate.</summary>
    public SoakFault Next(string method)
    {
        Requests++;
        Posts += method == "POST" ? 1 : 0;
        SoakFault fault = Dice.Next(10) == 0 ? Bag[Dice.Next(Bag.Length)] : SoakFault.None;
        Faults[fault] = Faults.GetValueOrDefault(fault) + 1;
        return fault;
    }

    /// <summary>Notes what the sandbox did.</summary>
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
