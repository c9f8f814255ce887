using System;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that removes: it asks before each object, unless -Force is given.</summary>
public abstract class CniRemoveCommand : CniCommand
{
    private readonly Dictionary<(CniConnection Connection, string? Account), IReadOnlyList<CniMagicRoute>> _routes = [];

    /// <summary>Does not ask. It suppresses nothing else: -WhatIf and an explicit -Confirm still count.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether the command only says what it would do.</summary>
    private protected bool IsWhatIf => GetSwitch("WhatIf") ?? LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Asks whether to do it, when there is somebody to ask. Routes that still go over the link are in the question, and in a warning.</summary>
    /// <param name="target">What is removed.</param>
    /// <param name="routes">The Magic routes over it; <see langword="null"/> for none.</param>
    /// <returns>Whether to do it.</returns>
    private protected bool IsConfirmed(string target, MagicRouteUse? routes = null)
    {
        if (routes is not null)
        {
            WriteWarning($"{routes.Text} still {(routes.Prefixes.Count == 1 ? "goes" : "go")} over {target}. Without another route, their traffic is lost.");
        }

        string what = routes is null ? target : $"{target}, which {routes.Text} still use{(routes.Prefixes.Count == 1 ? "s" : "")}";
        return (Force && !IsWhatIf && GetSwitch("Confirm") is not true) || ShouldProcess($"Remove {what}", $"Remove {what}?", MyInvocation.MyCommand.Name);
    }

    /// <summary>Finds the Magic routes that go over CNIs, to say so before they're removed. What can't be read keeps nothing from being removed.</summary>
    /// <param name="source">The object that is removed.</param>
    /// <param name="cnis">Gets its CNIs; called only if the account has routes.</param>
    /// <returns>The routes; <see langword="null"/> for none.</returns>
    private protected MagicRouteUse? FindRoutes(ICniAccountResource source, Func<IReadOnlyList<CloudflareCni.Cni>> cnis)
    {
        (CniConnection, string?) key = (Connections.For(source), AccountId ?? source.AccountId);
        try
        {
            if (!_routes.TryGetValue(key, out IReadOnlyList<CniMagicRoute>? routes))
            {
                // Read once. A failure isn't repeated for each object.
                _routes[key] = [];
                _routes[key] = routes = Wait(GetClient(source).ListMagicRoutesAsync(Stopped));
            }

            return routes.Count == 0 ? null : MagicRouteUse.Find(cnis(), routes);
        }
        catch (CniException failure)
        {
            WriteVerbose($"Whether Magic routes go over {source} couldn't be read. {failure.Message}");
            return null;
        }
    }

    private bool? GetSwitch(string name) =>
        MyInvocation.BoundParameters.TryGetValue(name, out object? value) ? LanguagePrimitives.IsTrue(value) : null;
}
