using System;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Faults;

/// <summary>Gives a fault access to the client, so that the result doesn't depend on which side is faster.</summary>
internal sealed class FaultContext
{
    /// <summary>Gets a function that waits until the client has received the headers of the response.</summary>
    public required Func<Task> AwaitReader { get; init; }

    /// <summary>Gets an action for when the server sends nothing more, so that the client times out.</summary>
    public required Action Hang { get; init; }

    /// <summary>Gets the client's clock.</summary>
    public required Func<DateTimeOffset> Now { get; init; }
}
