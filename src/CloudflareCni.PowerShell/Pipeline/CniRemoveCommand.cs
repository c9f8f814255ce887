using System.Management.Automation;
using CloudflareCni.Circuits;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that remove objects. They prompt for confirmation before each object unless -Force is specified.</summary>
public abstract class CniRemoveCommand : CniCommand
{
    /// <summary>Suppresses the confirmation prompt. -WhatIf and an explicit -Confirm still take effect.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Asks the user for confirmation if necessary. Routes that still use the link are named in the question and in a warning.</summary>
    /// <param name="target">The object to remove.</param>
    /// <param name="routes">The Magic routes over it, or <see langword="null"/>.</param>
    /// <returns><see langword="true"/> if the object should be removed; otherwise, <see langword="false"/>.</returns>
    private protected bool IsConfirmed(string target, MagicRouteUse? routes = null)
    {
        string what = WithRoutes(target, routes) + Connections.Latest.Rehearsal;
        return (Force && !IsWhatIf && GetSwitch("Confirm") is not true) || ShouldProcess($"Remove {what}", $"Remove {what}?", MyInvocation.MyCommand.Name);
    }
}
