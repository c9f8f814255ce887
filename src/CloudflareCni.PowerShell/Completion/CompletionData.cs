using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Reads the lists that completers offer from the server. Reading never fails, and completion never waits longer than half a second.</summary>
/// <remarks>A list that arrives too late is available the next time.</remarks>
internal static class CompletionData
{
    private const int MaxObjects = 1000;
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    private static readonly ConditionalWeakTable<CniConnection, Dictionary<string, Entry>> Cache = new();

    public static IReadOnlyList<CniSlot> Slots(IDictionary bound) =>
        Get<CniSlot>(bound, client => (page, cancellation) => client.ListSlotsAsync(new CniSlotFilter(), page, cancellation));

    public static IReadOnlyList<CniInterconnect> Interconnects(IDictionary bound) =>
        Get<CniInterconnect>(bound, client => (page, cancellation) => client.ListInterconnectsAsync(new CniInterconnectFilter(), page, cancellation));

    public static IReadOnlyList<CloudflareCni.Cni> Cnis(IDictionary bound) =>
        Get<CloudflareCni.Cni>(bound, client => (page, cancellation) => client.ListCnisAsync(new CniFilter(), page, cancellation));

    public static IReadOnlyList<CniMagicInterconnect> MagicInterconnects(IDictionary bound) =>
        Get(bound, (client, cancellation) => client.ListMagicInterconnectsAsync(cancellation));

    public static IReadOnlyList<CniMagicRoute> MagicRoutes(IDictionary bound) => Get(bound, (client, cancellation) => client.ListMagicRoutesAsync(cancellation));

    public static IReadOnlyList<CniAccount> Accounts(IDictionary bound) =>
        Get(bound, account: "", (client, cancellation) => client.ListAccountsAsync(cancellation));

    private static IReadOnlyList<T> Get<T>(IDictionary bound, Func<ICniAccountClient, PageReader<T>> read) =>
        Get(bound, (client, cancellation) => new Pager<T>(read(client)).ReadAllAsync(cancellation, MaxObjects));

    private static IReadOnlyList<T> Get<T>(IDictionary bound, Func<ICniAccountClient, CancellationToken, Task<IReadOnlyList<T>>> read) =>
        Get(bound, bound["AccountId"] as string, read);

    // If no account is specified, this is the connection's account, or the only one that the credential has access to.
    private static IReadOnlyList<T> Get<T>(IDictionary bound, string? account, Func<ICniAccountClient, CancellationToken, Task<IReadOnlyList<T>>> read)
    {
        try
        {
            if (Connection(bound) is not { IsConnected: true } connection)
            {
                return [];
            }

            account ??= connection.AccountId;
            Task<IReadOnlyList<T>> reading = Cached($"{typeof(T).Name} of {account}", connection, () => ReadAsync(connection, account, read));
            Task.WaitAny([reading], MaxWait);
            return reading.Status == TaskStatus.RanToCompletion ? reading.Result : [];
        }
        catch (CniException)
        {
            // For example, conflicting environment variables. The command itself reports the error.
            return [];
        }
    }

    private static CniConnection? Connection(IDictionary bound)
    {
        object? given = bound["Connection"];
        return (given is PSObject wrapped ? wrapped.BaseObject : given) as CniConnection ?? DefaultConnection.Find();
    }

    private static Task<T> Cached<T>(string key, CniConnection connection, Func<Task<T>> read)
    {
        Dictionary<string, Entry> entries = Cache.GetOrCreateValue(connection);
        lock (entries)
        {
            if (!entries.TryGetValue(key, out Entry? entry) || entry.Age.Elapsed > Lifetime)
            {
                // On another thread, because the first request loads the client.
                entries[key] = entry = new Entry(Task.Run(read), Stopwatch.StartNew());
            }

            return (Task<T>)entry.Reading;
        }
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        CniConnection connection, string? account, Func<ICniAccountClient, CancellationToken, Task<IReadOnlyList<T>>> read)
    {
        using var end = new CancellationTokenSource(Lifetime);
        ICniClient client = connection.Client;
        if (account is null)
        {
            connection.UseAccount(AccountFinder.Find(await client.For(new CniCall("")).ListAccountsAsync(end.Token).ConfigureAwait(false)));
        }

        return await read(client.For(new CniCall(account ?? connection.AccountId!)), end.Token).ConfigureAwait(false);
    }

    private sealed record Entry(Task Reading, Stopwatch Age);
}
