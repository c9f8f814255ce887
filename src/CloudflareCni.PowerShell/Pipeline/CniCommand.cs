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
    private CniConnection? _connection;

    /// <summary>The connection to use, or a hashtable that describes one. Without it: the runspace's default, or the environment variables.</summary>
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

        _connection = Connection ?? DefaultConnection.Find() ?? throw NotConnected();
        _connection.RequireConnected();
    }

    /// <summary>Calls the API and waits, free to stop at once.</summary>
    /// <typeparam name="T">What comes back.</typeparam>
    /// <param name="source">The object that is acted upon, whose account counts unless -AccountId is given; null for none.</param>
    /// <param name="operation">The call.</param>
    /// <returns>What came back.</returns>
    private protected T Call<T>(ICniAccountResource? source, Func<ICniClient, CniCall, CancellationToken, Task<T>> operation) =>
        Wait(Begin(source, operation));

    /// <summary>Calls the API and does not wait.</summary>
    /// <typeparam name="T">What comes back.</typeparam>
    /// <param name="source">The object that is acted upon, whose account counts unless -AccountId is given; null for none.</param>
    /// <param name="operation">The call.</param>
    /// <param name="cancellationToken">Ends the call; without it the pipeline's end does.</param>
    /// <returns>The call under way, to be waited for by <see cref="StoppableCommand.Wait{T}"/>.</returns>
    private protected Task<T> Begin<T>(
        ICniAccountResource? source, Func<ICniClient, CniCall, CancellationToken, Task<T>> operation, CancellationToken cancellationToken = default) =>
        Start(_connection!.Client, AccountId ?? source?.AccountId ?? _connection.AccountId ?? FindAccount(), operation, cancellationToken);

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
    private protected DateTimeOffset Pause(TimeSpan duration) => Wait(_connection!.Client.PauseAsync(duration, Stopped));

    /// <summary>Tries what the connection is good for.</summary>
    /// <returns>What came of it.</returns>
    private protected CniConnectionTest Probe() => Wait(Start(
        _connection!.Client,
        "",
        (client, call, cancellation) => new ConnectionProbe(_connection, client, call, AccountId ?? _connection.AccountId, cancellation).RunAsync()));

    private string FindAccount()
    {
        Require(() => FindAccount(_connection!));
        return _connection!.AccountId!;
    }

    private static CniException NotConnected() => new(
        CniErrorKind.NotConnected,
        "There is no connection to Cloudflare. Run Connect-Cni (or Connect-Cni -Sandbox to practise), give the command a -Connection, "
        + "or set the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.");
}
