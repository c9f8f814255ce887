using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that reads circuits: the lists side by side, then the states in an ordered window.</summary>
public abstract class CniCircuitCommand : CniParallelCommand
{
    private protected override string? ActivityText => "Reading circuits";

    /// <summary>Reads circuits. A part that can't be read is an error of that part, and an empty column.</summary>
    /// <param name="names">The names; null for all circuits.</param>
    /// <param name="take">Takes each circuit, in the order of the list.</param>
    private protected void ReadCircuits(InterconnectReference[]? names, Action<CniCircuit> take)
    {
        InterconnectReference[] wanted = names ?? [InterconnectReference.All];
        foreach (IGrouping<string?, InterconnectReference> account in wanted.GroupBy(name => name.AccountId))
        {
            ReadCircuits(GetClient(account.First()), account.Where(name => !name.IsPattern || IsUsable(name)).ToArray(), take);
        }
    }

    private void ReadCircuits(ICniAccountClient client, InterconnectReference[] names, Action<CniCircuit> take)
    {
        Task<IReadOnlyList<CniInterconnect>> interconnects = All<CniInterconnect>((page, cancellation) => client.ListInterconnectsAsync(new CniInterconnectFilter(), page, cancellation));
        Task<IReadOnlyList<CniSlot>> slots = All<CniSlot>((page, cancellation) => client.ListSlotsAsync(new CniSlotFilter(), page, cancellation));
        Task<IReadOnlyList<Cni>> cnis = All<Cni>((page, cancellation) => client.ListCnisAsync(new CniFilter(), page, cancellation));
        Task<IReadOnlyList<CniMagicInterconnect>> magic = client.ListMagicInterconnectsAsync(Stopped);
        Task<IReadOnlyList<CniMagicRoute>> routes = client.ListMagicRoutesAsync(Stopped);
        var parts = new CircuitParts(Wait(interconnects), Part("slots", slots), Part("CNIs", cnis), Magic(magic), Magic(routes));
        var join = new CircuitJoin(parts);
        foreach (CniInterconnect one in parts.Interconnects.Where(one => names.Any(name => name.Matches(one.Name))))
        {
            Ask(
                one.Name,
                () => client.GetInterconnectStatusAsync(one.Name, Stopped),
                answer =>
                {
                    CniInterconnectStatus? status = null;
                    Attempt(one.Name, () => status = answer());
                    take(join.Create(one, status));
                });
        }

        Drain();
        foreach (InterconnectReference name in names.Where(name => !name.IsPattern && parts.Interconnects.All(one => !name.Matches(one.Name))))
        {
            Attempt(name.Name, () => throw new CniException(CniErrorKind.NotFound, $"The account has no interconnect named '{name.Name}'."));
        }
    }

    private Task<IReadOnlyList<T>> All<T>(PageReader<T> read) => new Pager<T>(read).ReadAllAsync(Stopped);

    private IReadOnlyList<T>? Part<T>(string what, Task<IReadOnlyList<T>> request)
    {
        IReadOnlyList<T>? part = null;
        Attempt(what, () => part = Wait(request));
        return part;
    }

    // An account without Magic has links without a Magic side, and no routes.
    private IReadOnlyList<T>? Magic<T>(Task<IReadOnlyList<T>> request)
    {
        IReadOnlyList<T>? part = null;
        Attempt("Magic", () =>
        {
            try
            {
                part = Wait(request);
            }
            catch (CniApiException refusal) when (MagicRules.IsWithoutMagic(refusal))
            {
                WriteVerbose($"The account has no Magic Transit or Magic WAN that this credential can read. {refusal.Message}");
                part = [];
            }
        });
        return part;
    }
}
