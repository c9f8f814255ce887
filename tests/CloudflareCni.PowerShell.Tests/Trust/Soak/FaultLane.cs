using System;
using System.Collections.Generic;
using System.Threading;

namespace CloudflareCni.PowerShell.Tests.Trust.Soak;

/// <summary>The requests of one client through the proxy, one at a time, and what befell them.</summary>
/// <param name="dice">Decides.</param>
internal sealed class FaultLane(Random dice)
{
    // A stall lasts as long as a client's patience, so that there are few of them.
    private static readonly Fault[] Bag =
    [
        .. Repeat(4, Fault.Delay, Fault.DropBefore, Fault.DropAfter, Fault.ResetBefore, Fault.ResetAfter),
        .. Repeat(4, Fault.TooManyRequests, Fault.ServerErrorBefore, Fault.ServerErrorAfter, Fault.CutAfter),
        Fault.StallBefore,
        Fault.StallAfter,
    ];

    public SemaphoreSlim Turn { get; } = new(1);

    public Random Dice { get; } = dice;

    public int Requests { get; private set; }

    /// <summary>The POST requests that came.</summary>
    public int Posts { get; private set; }

    /// <summary>The POST requests that the sandbox answered with success.</summary>
    public int PostsApplied { get; private set; }

    public Dictionary<Fault, int> Faults { get; } = [];

    /// <summary>Decides the next request's fate.</summary>
    public Fault Next(string method)
    {
        Requests++;
        Posts += method == "POST" ? 1 : 0;
        Fault fault = Dice.Next(10) == 0 ? Bag[Dice.Next(Bag.Length)] : Fault.None;
        Faults[fault] = Faults.GetValueOrDefault(fault) + 1;
        return fault;
    }

    /// <summary>Notes what the sandbox did.</summary>
    public void Forwarded(string method, int status) => PostsApplied += method == "POST" && status is >= 200 and < 300 ? 1 : 0;

    private static IEnumerable<Fault> Repeat(int times, params Fault[] faults)
    {
        for (int i = 0; i < times; i++)
        {
            foreach (Fault fault in faults)
            {
                yield return fault;
            }
        }
    }
}
