using System;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Faults;

/// <summary>What a fault must know of the other side, so that nothing depends on who is faster.</summary>
internal sealed class FaultContext
{
    /// <summary>Waits until the client has seen the headers of the answer.</summary>
    public required Func<Task> AwaitReader { get; init; }

    /// <summary>Says that the server will say nothing more: the client's time is up.</summary>
    public required Action Hang { get; init; }

    /// <summary>Gets the client's clock.</summary>
    public required Func<DateTimeOffset> Now { get; init; }
}
