using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Circuits;

/// <summary>Reads the lists that the circuits of an account are joined from, all at the same time.</summary>
internal sealed class CircuitLists
{
    /// <summary>Initializes a new instance of the <see cref="CircuitLists"/> class and starts the requests.</summary>
    /// <param name="client">The operations of the account.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public CircuitLists(ICniAccountClient client, CancellationToken cancellationToken)
    {
        var interconnects = new CniInterconnectFilter();
        var cnis = new CniFilter();
        Interconnects = new Pager<CniInterconnect>((page, cancellation) => client.ListInterconnectsAsync(interconnects, page, cancellation)).ReadAllAsync(cancellationToken);
        Cnis = new Pager<Cni>((page, cancellation) => client.ListCnisAsync(cnis, page, cancellation)).ReadAllAsync(cancellationToken);
        Magic = client.ListMagicInterconnectsAsync(cancellationToken);
        Routes = client.ListMagicRoutesAsync(cancellationToken);
        Slots = ReadSlotsAsync(client, cancellationToken);
        Ended = Task.WhenAll(Slots, Cnis, Magic, Routes).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Gets a task that completes when the requests for all lists have completed, even if some failed.</summary>
    public Task Ended { get; }

    /// <summary>Gets the interconnects.</summary>
    public Task<IReadOnlyList<CniInterconnect>> Interconnects { get; }

    /// <summary>Gets the CNIs.</summary>
    public Task<IReadOnlyList<Cni>> Cnis { get; }

    /// <summary>Gets the Magic interconnects.</summary>
    public Task<IReadOnlyList<CniMagicInterconnect>> Magic { get; }

    /// <summary>Gets the static routes of the Magic routing table.</summary>
    public Task<IReadOnlyList<CniMagicRoute>> Routes { get; }

    /// <summary>Gets the occupied slots, if an interconnect needs them; otherwise, none.</summary>
    public Task<IReadOnlyList<CniSlot>> Slots { get; }

    // Slots are only needed for the device of an interconnect that doesn't show it, and an account can have access to thousands of slots.
    private async Task<IReadOnlyList<CniSlot>> ReadSlotsAsync(ICniAccountClient client, CancellationToken cancellationToken)
    {
        IReadOnlyList<CniInterconnect> interconnects = await Interconnects.ConfigureAwait(false);
        if (!interconnects.Any(one => one.SlotId is not null && string.IsNullOrWhiteSpace(one.CcrDeviceName)))
        {
            return [];
        }

        var occupied = new CniSlotFilter(Occupied: true);
        return await new Pager<CniSlot>((page, cancellation) => client.ListSlotsAsync(occupied, page, cancellation)).ReadAllAsync(cancellationToken).ConfigureAwait(false);
    }
}
