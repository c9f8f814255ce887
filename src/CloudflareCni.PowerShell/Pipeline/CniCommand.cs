using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that act on CNI resources, with the connection, the account, and calls to the API.</summary>
public abstract class CniCommand : StoppableCommand
{
    private ConnectionChoice? _connections;

    /// <summary>
    /// Specifies the connection, or a hashtable that describes one. By default, cmdlets use the connection that a piped object was read with, the default
    /// connection of the runspace, or the environment variables.
    /// </summary>
    [Parameter]
    [ConnectionTransformation]
    [ValidateNotNull]
    public CniConnection? Connection { get; set; }

    /// <summary>Specifies the ID of the account. By default, cmdlets use the account that a piped object was read from, or the account of the connection.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    public string? AccountId { get; set; }

    private protected override void Begin()
    {
        if (AccountId is not null)
        {
            AccountId = NameRules.CheckAccountId(nameof(AccountId), AccountId);
        }

        _connections = new ConnectionChoice(Connection);
        if (Connection is not null || !(MyInvocation.ExpectingInput || MyInvocation.BoundParameters.Values.Any(BringsConnection)))
        {
            _ = _connections.InUse;
        }
    }

    /// <summary>Runs an action for one object. An object from another address than the connection's is rejected before any prompt or request.</summary>
    /// <param name="target">The object.</param>
    /// <param name="action">The action.</param>
    private protected void Act(ResourceReference target, Action action) => Attempt(target.ToString(), () =>
    {
        _ = _connections!.For(target);
        action();
    });

    /// <summary>Calls the API and waits for the result. The wait can be stopped at any time.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="source">The object that the call acts on, or <see langword="null"/>. Its connection and account are used unless -Connection and -AccountId are specified.</param>
    /// <param name="operation">The call.</param>
    /// <returns>The result.</returns>
    private protected T Call<T>(ICniAccountResource? source, Func<ICniClient, CniCall, CancellationToken, Task<T>> operation) =>
        Wait(Begin(source, operation));

    /// <summary>Calls the API without waiting for the result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="source">The object that the call acts on, or <see langword="null"/>. Its connection and account are used unless -Connection and -AccountId are specified.</param>
    /// <param name="operation">The call.</param>
    /// <param name="cancellationToken">The token that cancels the call. By default, the call is cancelled when the pipeline stops.</param>
    /// <returns>The running call. To wait for it, use <see cref="StoppableCommand.Wait{T}"/>.</returns>
    private protected Task<T> Begin<T>(
        ICniAccountResource? source, Func<ICniClient, CniCall, CancellationToken, Task<T>> operation, CancellationToken cancellationToken = default)
    {
        CniConnection connection = _connections!.For(source);
        return Start(connection, AccountId ?? source?.AccountId ?? AccountOf(connection), operation, cancellationToken);
    }

    /// <summary>Calls an operation of the API that doesn't return a result.</summary>
    /// <param name="source">The object that the call acts on, or <see langword="null"/>.</param>
    /// <param name="operation">The call.</param>
    private protected void Call(ICniAccountResource? source, Func<ICniClient, CniCall, CancellationToken, Task> operation) =>
        Call(source, async (client, call, cancellation) =>
        {
            await operation(client, call, cancellation).ConfigureAwait(false);
            return true;
        });

    /// <summary>Reads a list page by page as it's enumerated, one page ahead of the reader.</summary>
    /// <remarks>
    /// The second page is requested when more than half of the first has been read, so that reading only the first few objects takes one request. Every
    /// later page is requested as soon as the previous page arrives.
    /// </remarks>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="source">The object whose account is used, or <see langword="null"/>.</param>
    /// <param name="read">The function that requests one page.</param>
    /// <param name="pageSize">The maximum number of objects in a page, or <see langword="null"/> to let the server decide.</param>
    /// <returns>The objects in the server's order.</returns>
    /// <exception cref="CniException">The list doesn't end.</exception>
    private protected IEnumerable<T> List<T>(ICniAccountResource? source, PageReader<T> read, int? pageSize = null)
    {
        var guard = new CursorGuard();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        try
        {
            CniPage<T> page = Wait(Ask(null));
            for (int readAheadFrom = (page.Items.Count / 2) + 1; ; readAheadFrom = 0)
            {
                Task<CniPage<T>>? ahead = null;
                for (int i = 0; i < page.Items.Count; i++)
                {
                    if (i == readAheadFrom && page.Next is not null && !guard.Repeats(page.Next))
                    {
                        ahead = Ask(page.Next);
                    }

                    yield return page.Items[i];
                }

                guard.Check(page.Next, page.Items.Count);
                if (page.Next is null)
                {
                    yield break;
                }

                page = Wait(ahead ?? Ask(page.Next));
            }
        }
        finally
        {
            // Cancels a page that was requested ahead and isn't needed anymore.
            reading.Cancel();
        }

        Task<CniPage<T>> Ask(long? cursor) =>
            Begin(source, (client, call, cancellation) => read(client, call, new CniPageRequest(cursor, pageSize), cancellation), reading.Token);
    }

    /// <summary>Gets the CNIs on an interconnect. For a physical interconnect, the API filters by its slot.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="pageSize">The maximum number of objects in a page, or <see langword="null"/> to let the server decide.</param>
    /// <returns>The CNIs.</returns>
    private protected IEnumerable<Cni> CnisOn(InterconnectReference interconnect, int? pageSize = null)
    {
        var filter = new CniFilter(interconnect.Interconnect?.SlotId);
        return List<Cni>(interconnect, (client, call, page, cancellation) => client.ListCnisAsync(call, filter, page, cancellation), pageSize)
            .Where(cni => cni.Interconnect.Equals(interconnect.Name, StringComparison.Ordinal));
    }

    /// <summary>Resolves names with wildcards to the interconnects that match. An exact name is returned as it is, without a request.</summary>
    /// <param name="names">The names, or <see langword="null"/> for all interconnects.</param>
    /// <returns>The references, all with exact names.</returns>
    private protected IEnumerable<InterconnectReference> Resolve(InterconnectReference[]? names)
    {
        foreach (InterconnectReference name in names ?? [InterconnectReference.All])
        {
            if (!name.IsPattern)
            {
                yield return name;
                continue;
            }

            if (!IsUsable(name))
            {
                continue;
            }

            var filter = new CniInterconnectFilter();
            foreach (CniInterconnect interconnect in List<CniInterconnect>(
                null, (client, call, page, cancellation) => client.ListInterconnectsAsync(call, filter, page, cancellation)))
            {
                if (name.Matches(interconnect.Name))
                {
                    yield return new InterconnectReference(interconnect);
                }
            }
        }
    }

    /// <summary>Checks the wildcards in a name. If they aren't valid, an error is written for this name, and the command continues with the others.</summary>
    /// <param name="name">The name.</param>
    /// <returns><see langword="true"/> if the wildcards are valid; otherwise, <see langword="false"/>.</returns>
    private protected bool IsUsable(InterconnectReference name)
    {
        bool isUsable = false;
        Attempt(name.Name, () =>
        {
            name.CheckPattern();
            isUsable = true;
        });
        return isUsable;
    }

    /// <summary>Waits for a period of time. The wait can be stopped at any time.</summary>
    /// <param name="duration">The period of time.</param>
    /// <returns>The time after the wait.</returns>
    private protected DateTimeOffset Pause(TimeSpan duration) => Wait(_connections!.Latest.Client.PauseAsync(duration, Stopped));

    /// <summary>Tests the connection.</summary>
    /// <returns>The result of the test.</returns>
    private protected CniConnectionTest Probe()
    {
        CniConnection connection = _connections!.InUse;
        return Wait(Start(
            connection,
            "",
            (client, call, cancellation) => new ConnectionProbe(connection, client, call, AccountId ?? connection.AccountId, cancellation).RunAsync()));
    }

    // Determines whether a reference, or any in a list, has its own connection.
    private static bool BringsConnection(object? argument) => argument switch
    {
        ResourceReference reference => ConnectionChoice.HasOwn(reference),
        IEnumerable<ResourceReference> references => references.Any(ConnectionChoice.HasOwn),
        _ => false,
    };

    private string AccountOf(CniConnection connection)
    {
        if (connection.AccountId is null)
        {
            Require(() => FindAccount(connection));
        }

        return connection.AccountId!;
    }
}
