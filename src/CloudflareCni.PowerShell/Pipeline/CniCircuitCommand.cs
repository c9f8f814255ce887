using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that read circuits. They read the lists of an account once and in parallel, and the states in order, several at a time.</summary>
public abstract class CniCircuitCommand : CniParallelCommand
{
    private readonly Dictionary<(CniConnection Connection, string? AccountId), AccountCircuits> _accounts = [];

    private protected override string? ActivityText => "Reading circuits";

    /// <summary>Reads circuits. If a part can't be read, an error is written for that part, and its property of the circuit is <see langword="null"/>.</summary>
    /// <param name="names">The names, or <see langword="null"/> for all circuits.</param>
    /// <param name="take">The action that processes each circuit, in order, as its state arrives. The last ones are processed when the command drains its requests.</param>
    /// <param name="isWanted">Selects interconnects, or <see langword="null"/> for all.</param>
    /// <returns><see langword="true"/> if all named interconnects were found; otherwise, <see langword="false"/>.</returns>
    private protected bool ReadCircuits(InterconnectReference[]? names, Action<CniCircuit> take, Func<CniInterconnect, bool>? isWanted = null)
    {
        bool isComplete = true;
        var taken = new HashSet<CniInterconnect>();
        foreach (InterconnectReference name in names ?? [InterconnectReference.All])
        {
            bool isRead = false;
            Attempt(name.Name, () =>
            {
                AccountCircuits account = AccountOf(name);
                foreach (CniInterconnect interconnect in Find(name, account).Where(one => taken.Add(one) && isWanted?.Invoke(one) != false))
                {
                    Read(interconnect, account, take);
                }

                isRead = true;
            });
            isComplete &= isRead;
        }

        return isComplete;
    }

    private AccountCircuits AccountOf(InterconnectReference name)
    {
        (CniConnection, string?) key = (ConnectionFor(name), AccountId ?? PipedAccount?.Id ?? name.AccountId);
        return _accounts.TryGetValue(key, out AccountCircuits? known) ? known : _accounts[key] = new AccountCircuits(GetClient(name), new CircuitLists(GetClient(name), Stopped));
    }

    private IEnumerable<CniInterconnect> Find(InterconnectReference name, AccountCircuits account)
    {
        name.CheckPattern();
        account.Interconnects ??= Wait(account.Lists.Interconnects).GroupBy(one => one.Name).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return name.IsPattern ? account.Interconnects.Values.Where(one => name.Matches(one.Name))
            : account.Interconnects.TryGetValue(name.Name, out CniInterconnect? found) ? [found]
            : throw new CniException(CniErrorKind.NotFound, $"The account doesn't have an interconnect named '{name.Name}'.");
    }

    private void Read(CniInterconnect interconnect, AccountCircuits account, Action<CniCircuit> take) => StartRequest(
        interconnect.Name,
        () => ReadStatusAsync(interconnect.Name, account),
        answer =>
        {
            CniInterconnectStatus? status = null;
            Attempt(interconnect.Name, () => status = answer());
            take((account.Join ??= Join(account.Lists)).Create(interconnect, status));
        });

    // A circuit also needs the lists. While they are being read, the states of the next circuits are requested.
    private async Task<CniInterconnectStatus> ReadStatusAsync(string name, AccountCircuits account)
    {
        Task<CniInterconnectStatus> status = account.Client.GetInterconnectStatusAsync(name, Stopped);
        await account.Lists.Ended.ConfigureAwait(false);
        return await status.ConfigureAwait(false);
    }

    private CircuitJoin Join(CircuitLists lists) => new(new CircuitParts(
        Wait(lists.Interconnects), Part("slots", lists.Slots), Part("CNIs", lists.Cnis), Part("Magic interconnects", lists.Magic, isMagic: true), Part("Magic routes", lists.Routes, isMagic: true)));

    private IReadOnlyList<T>? Part<T>(string what, Task<IReadOnlyList<T>> request, bool isMagic = false)
    {
        IReadOnlyList<T>? part = null;
        Attempt(what, () =>
        {
            try
            {
                part = Wait(request);
            }
            catch (CniApiException refusal) when (isMagic && MagicRules.IsWithoutMagic(refusal))
            {
                // Such an account has links without a Magic side, and no routes.
                WriteVerbose($"The credential can't read Magic Transit or Magic WAN in this account, so circuits have no {what}. {refusal.Message}");
                part = [];
            }
        });
        return part;
    }

    private sealed class AccountCircuits(ICniAccountClient client, CircuitLists lists)
    {
        public ICniAccountClient Client { get; } = client;

        public CircuitLists Lists { get; } = lists;

        public Dictionary<string, CniInterconnect>? Interconnects { get; set; }

        public CircuitJoin? Join { get; set; }
    }
}
