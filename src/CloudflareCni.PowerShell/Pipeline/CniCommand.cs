using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that act on CNI resources, with the connection, the account, and calls to the API.</summary>
public abstract class CniCommand : StoppableCommand
{
    private readonly HashSet<string> _warned = [];

    // An interconnect never changes its kind.
    private readonly Dictionary<(CniConnection, string?, string), CniInterconnectKind> _kinds = [];
    private Dictionary<(CniConnection, string?), IReadOnlyList<CniMagicRoute>>? _routes;
    private ConnectionChoice? _connections;

    /// <summary>Gets the object that chooses the connection for each resource.</summary>
    private protected ConnectionChoice Connections => _connections!;

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
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Accepts the account to act in from the pipeline, as Get-CniAccount returns it. The parameter is hidden, because users specify -AccountId.</summary>
    /// <remarks>
    /// -AccountId can't accept it from the pipeline: every object with an AccountId property would bind to it, and a cmdlet that doesn't accept the object itself
    /// would act on everything in that account.
    /// </remarks>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [AccountTransformation, ValidateSelection]
    public CniAccount? PipedAccount { get; set; }

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
        _ = ConnectionFor(target);
        action();
    });

    /// <summary>Gets the connection for an object: its own, or that of a piped account, unless -Connection is specified.</summary>
    /// <param name="resource">The object, or <see langword="null"/>.</param>
    /// <returns>The connection.</returns>
    private protected CniConnection ConnectionFor(ICniAccountResource? resource) =>
        _connections!.For(ReferenceOrigin.Of(resource) is null ? PipedAccount : resource);

    /// <summary>Gets the client for an object, with its account and its connection unless -AccountId or -Connection is specified.</summary>
    /// <param name="resource">The object, or <see langword="null"/>.</param>
    /// <param name="isRetried"><see langword="true"/> to retry requests after transient errors.</param>
    /// <returns>The client.</returns>
    private protected ICniAccountClient GetClient(ICniAccountResource? resource = null, bool isRetried = true)
    {
        CniConnection connection = ConnectionFor(resource);
        return GetClient(connection, AccountId ?? PipedAccount?.Id ?? resource?.AccountId ?? AccountOf(connection), isRetried);
    }

    /// <summary>Reads a list page by page as it's enumerated, one page ahead of the caller.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="read">The function that requests one page.</param>
    /// <param name="pageSize">The maximum number of objects in a page, or <see langword="null"/> for the default.</param>
    /// <returns>The objects in the server's order.</returns>
    /// <exception cref="CniException">The list doesn't end.</exception>
    private protected IEnumerable<T> List<T>(PageReader<T> read, int? pageSize = null) => new Pager<T>(read, pageSize).Read(Wait, Stopped);

    /// <summary>Gets the CNIs on an interconnect. For a physical interconnect, the API filters by its slot.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="pageSize">The maximum number of objects in a page, or <see langword="null"/> for the default.</param>
    /// <returns>The CNIs.</returns>
    private protected IEnumerable<Cni> CnisOn(InterconnectReference interconnect, int? pageSize = null)
    {
        var filter = new CniFilter(interconnect.Interconnect?.SlotId);
        return List((page, cancellation) => GetClient(interconnect).ListCnisAsync(filter, page, cancellation), pageSize)
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
            foreach (CniInterconnect interconnect in List((page, cancellation) => GetClient().ListInterconnectsAsync(filter, page, cancellation)))
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

    /// <summary>Writes a warning that isn't about a single object. It's written once, even if the command runs for several objects.</summary>
    /// <param name="warning">The warning.</param>
    private protected void WarnOnce(string warning)
    {
        if (_warned.Add(warning))
        {
            WriteWarning(warning);
        }
    }

    /// <summary>Gets the value of a parameter by its name, so that a new field of a CNI needs only a new parameter.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value, or <see langword="null"/> if the cmdlet doesn't have the parameter or it isn't specified.</returns>
    private protected object? ValueOf(string name) => GetType().GetProperty(name)?.GetValue(this);

    /// <summary>Writes warnings about an object. Each warning names the object, because the pipeline may contain several.</summary>
    /// <param name="subject">The object.</param>
    /// <param name="warnings">The warnings. <see langword="null"/> is ignored.</param>
    private protected void Warn(string subject, params IEnumerable<string?> warnings)
    {
        foreach (string? warning in warnings)
        {
            if (warning is not null)
            {
                WriteWarning($"{subject}: {warning}");
            }
        }
    }

    /// <summary>Gets the kind of an interconnect, for the MTU warning. A request is sent only if the kind makes a difference for the MTU.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <returns>The kind; <see cref="CniInterconnectKind.Other"/> if it isn't known or doesn't matter.</returns>
    private protected CniInterconnectKind KindOf(InterconnectReference interconnect, int mtu)
    {
        if (interconnect.Interconnect is { } known)
        {
            return known.Kind;
        }

        if (MtuRules.Warn(mtu, CniInterconnectKind.Physical) is null && MtuRules.Warn(mtu, CniInterconnectKind.GcpPartner) is null)
        {
            return CniInterconnectKind.Other;
        }

        try
        {
            (CniConnection, string?, string) key = (ConnectionFor(interconnect), AccountId ?? PipedAccount?.Id ?? interconnect.AccountId, interconnect.Name);
            return _kinds.TryGetValue(key, out CniInterconnectKind kind)
                ? kind
                : _kinds[key] = Wait(GetClient(interconnect).GetInterconnectAsync(interconnect.Name, Stopped)).Kind;
        }
        catch (CniApiException)
        {
            // The command doesn't fail because of a warning. If there is a problem, the change itself reports it.
            return CniInterconnectKind.Other;
        }
    }

    /// <summary>Finds the Magic routes that go over CNIs. If they can't be read, the object can still be removed.</summary>
    /// <param name="source">The object to remove.</param>
    /// <param name="cnis">Returns its CNIs. It's called only if the account has routes.</param>
    /// <returns>The routes, or <see langword="null"/> if there are none or they can't be read.</returns>
    private protected MagicRouteUse? FindRoutes(ICniAccountResource source, Func<IReadOnlyList<CloudflareCni.Cni>> cnis)
    {
        CniConnection connection = Connections.For(source);
        try
        {
            // The removal waits for this answer, so it isn't worth retries.
            ICniAccountClient client = GetClient(source, isRetried: false);
            (CniConnection, string?) key = (connection, AccountId ?? source.AccountId ?? connection.AccountId);
            _routes ??= [];
            if (!_routes.TryGetValue(key, out IReadOnlyList<CniMagicRoute>? routes))
            {
                // Read once. A failure isn't repeated for each object.
                _routes[key] = [];
                _routes[key] = routes = Wait(client.ListMagicRoutesAsync(Stopped));
            }

            return routes.Count == 0 ? null : MagicRouteUse.Find(cnis(), routes);
        }
        catch (CniException failure)
        {
            WriteVerbose($"The Magic routes over {source} couldn't be read. {failure.Message}");
            return null;
        }
    }

    /// <summary>Warns of the Magic routes that still use an object to remove, and names them for the question.</summary>
    /// <param name="target">The object to remove.</param>
    /// <param name="routes">The routes, or <see langword="null"/>.</param>
    /// <returns>The object, with its routes.</returns>
    private protected string WithRoutes(string target, MagicRouteUse? routes)
    {
        if (routes is null)
        {
            return target;
        }

        WriteWarning($"{routes.Text} still {(routes.Prefixes.Count == 1 ? "goes" : "go")} over {target}. Without another route, their traffic is lost.");
        return $"{target}, which {routes.Text} still use{(routes.Prefixes.Count == 1 ? "s" : "")}";
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
