using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>What every cmdlet that acts on CNI resources shares: connection, account, and calls of the API.</summary>
public abstract class CniCommand : StoppableCommand
{
    private ConnectionChoice? _connections;

    /// <summary>
    /// The connection to use, or a hashtable that describes one. Without it: the connection that a piped object was read with, the runspace's
    /// default, or the environment variables.
    /// </summary>
    [Parameter]
    [ConnectionTransformation]
    [ValidateNotNull]
    public CniConnection? Connection { get; set; }

    /// <summary>The account to act in. Without it: the account that a piped object was read from, or the connection's.</summary>
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

    /// <summary>Does something that concerns one object. One that the connection in use doesn't reach is refused before anything is asked or done.</summary>
    /// <param name="target">The object.</param>
    /// <param name="action">What to do.</param>
    private protected void Act(ResourceReference target, Action action) => Attempt(target.ToString(), () =>
    {
        _ = _connections!.For(target);
        action();
    });

    /// <summary>Calls the API and waits, free to stop at once.</summary>
    /// <typeparam name="T">What comes back.</typeparam>
    /// <param name="source">The object that is acted upon, whose connection and account count unless -Connection and -AccountId are given; null for none.</param>
    /// <param name="operation">The call.</param>
    /// <returns>What came back.</returns>
    private protected T Call<T>(ICniAccountResource? source, Func<ICniClient, CniCall, CancellationToken, Task<T>> operation) =>
        Wait(Begin(source, operation));

    /// <summary>Calls the API and does not wait.</summary>
    /// <typeparam name="T">What comes back.</typeparam>
    /// <param name="source">The object that is acted upon, whose connection and account count unless -Connection and -AccountId are given; null for none.</param>
    /// <param name="operation">The call.</param>
    /// <param name="cancellationToken">Ends the call; without it the pipeline's end does.</param>
    /// <returns>The call under way, to be waited for by <see cref="StoppableCommand.Wait{T}"/>.</returns>
    private protected Task<T> Begin<T>(
        ICniAccountResource? source, Func<ICniClient, CniCall, CancellationToken, Task<T>> operation, CancellationToken cancellationToken = default)
    {
        CniConnection connection = _connections!.For(source);
        return Start(connection, AccountId ?? source?.AccountId ?? AccountOf(connection), operation, cancellationToken);
    }

    /// <summary>Calls the API for something that gives nothing back.</summary>
    /// <param name="source">The object that is acted upon; null for none.</param>
    /// <param name="operation">The call.</param>
    private protected void Call(ICniAccountResource? source, Func<ICniClient, CniCall, CancellationToken, Task> operation) =>
        Call(source, async (client, call, cancellation) =>
        {
            await operation(client, call, cancellation).ConfigureAwait(false);
            return true;
        });

    /// <summary>Follows a list to its end, only as far as somebody reads, and a page ahead of the reader.</summary>
    /// <remarks>
    /// The second page is asked for when more than half of the first has been taken, so that somebody who wants the first few objects costs one
    /// request; every later page as soon as the one before it is there.
    /// </remarks>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="source">The object whose account counts; null for none.</param>
    /// <param name="read">Asks for one page.</param>
    /// <param name="pageSize">How many objects a page may have; null leaves it to the server.</param>
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
            // A page that was asked for ahead and that nobody wants any more.
            reading.Cancel();
        }

        Task<CniPage<T>> Ask(long? cursor) =>
            Begin(source, (client, call, cancellation) => read(client, call, new CniPageRequest(cursor, pageSize), cancellation), reading.Token);
    }

    /// <summary>Finds the CNIs on an interconnect. The API filters by slot, so that a physical interconnect's are asked for alone.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="pageSize">How many objects a page may have; null leaves it to the server.</param>
    /// <returns>The CNIs.</returns>
    private protected IEnumerable<Cni> CnisOn(InterconnectReference interconnect, int? pageSize = null)
    {
        var filter = new CniFilter(interconnect.Interconnect?.SlotId);
        return List<Cni>(interconnect, (client, call, page, cancellation) => client.ListCnisAsync(call, filter, page, cancellation), pageSize)
            .Where(cni => cni.Interconnect.Equals(interconnect.Name, StringComparison.Ordinal));
    }

    /// <summary>Resolves names with wildcards to the interconnects that match; an exact name stays what it is and costs no request.</summary>
    /// <param name="names">The names; null for all interconnects.</param>
    /// <returns>Exact references.</returns>
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

    /// <summary>Checks the wildcards of a name. When they can't be read that is an error of this name's, and the others go on.</summary>
    /// <param name="name">The name.</param>
    /// <returns><c>true</c> if the name can be matched; otherwise, <c>false</c>.</returns>
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

    /// <summary>Waits, free to stop at once.</summary>
    /// <param name="duration">How long.</param>
    /// <returns>The time after the wait.</returns>
    private protected DateTimeOffset Pause(TimeSpan duration) => Wait(_connections!.Latest.Client.PauseAsync(duration, Stopped));

    /// <summary>Tries what the connection is good for.</summary>
    /// <returns>What came of it.</returns>
    private protected CniConnectionTest Probe()
    {
        CniConnection connection = _connections!.InUse;
        return Wait(Start(
            connection,
            "",
            (client, call, cancellation) => new ConnectionProbe(connection, client, call, AccountId ?? connection.AccountId, cancellation).RunAsync()));
    }

    // A list of references, or one: does any of them bring its connection along?
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
