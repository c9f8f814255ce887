using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>What every cmdlet that acts on CNI resources shares: connection, account, and calls of the API.</summary>
public abstract class CniCommand : StoppableCommand
{
    private ConnectionChoice? _connections;

    /// <summary>Gets what chooses the connection for each object.</summary>
    private protected ConnectionChoice Connections => _connections!;

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

    /// <summary>Gets the client that acts on an object, in its account and through its connection, unless -AccountId or -Connection is given.</summary>
    /// <param name="resource">The object; null for none.</param>
    /// <returns>The client.</returns>
    private protected ICniAccountClient GetClient(ICniAccountResource? resource = null)
    {
        CniConnection connection = _connections!.For(resource);
        return GetClient(connection, AccountId ?? resource?.AccountId ?? AccountOf(connection));
    }

    /// <summary>Reads a list to its end, only as far as the caller enumerates it, and a page ahead.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="read">Requests one page.</param>
    /// <param name="pageSize">How many objects a page may have; null leaves it to the server.</param>
    /// <returns>The objects in the server's order.</returns>
    /// <exception cref="CniException">The list doesn't end.</exception>
    private protected IEnumerable<T> List<T>(PageReader<T> read, int? pageSize = null) => new Pager<T>(read, pageSize).Read(Wait, Stopped);

    /// <summary>Finds the CNIs on an interconnect. The API filters by slot, so that a physical interconnect's are asked for alone.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="pageSize">How many objects a page may have; null leaves it to the server.</param>
    /// <returns>The CNIs.</returns>
    private protected IEnumerable<Cni> CnisOn(InterconnectReference interconnect, int? pageSize = null)
    {
        var filter = new CniFilter(interconnect.Interconnect?.SlotId);
        return List((page, cancellation) => GetClient(interconnect).ListCnisAsync(filter, page, cancellation), pageSize)
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
            foreach (CniInterconnect interconnect in List((page, cancellation) => GetClient().ListInterconnectsAsync(filter, page, cancellation)))
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
