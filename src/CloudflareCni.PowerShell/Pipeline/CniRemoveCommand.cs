using System;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that remove objects. They prompt for confirmation before each object unless -Force is specified.</summary>
public abstract class CniRemoveCommand : CniCommand
{
    private readonly Dictionary<(CniConnection Connection, string? Account), IReadOnlyList<CniMagicRoute>> _routes = [];

    /// <summary>Suppresses the confirmation prompt. -WhatIf and an explicit -Confirm still take effect.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Asks the user for confirmation if necessary. Routes that still use the link are named in the question and in a warning.</summary>
    /// <param name="target">The object to remove.</param>
    /// <param name="routes">The Magic routes over it, or <see langword="null"/>.</param>
    /// <returns><see langword="true"/> if the object should be removed; otherwise, <see langword="false"/>.</returns>
    private protected bool IsConfirmed(string target, MagicRouteUse? routes = null)
    {
        if (routes is not null)
        {
            WriteWarning($"{routes.Text} still {(routes.Prefixes.Count == 1 ? "goes" : "go")} over {target}. Without another route, their traffic is lost.");
        }

        string what = routes is null ? target : $"{target}, which {routes.Text} still use{(routes.Prefixes.Count == 1 ? "s" : "")}";
        what += Connections.Latest.Rehearsal;
        return (Force && !IsWhatIf && GetSwitch("Confirm") is not true) || ShouldProcess($"Remove {what}", $"Remove {what}?", MyInvocation.MyCommand.Name);
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
}
