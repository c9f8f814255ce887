using System.Management.Automation;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that removes: it asks before each object, unless -Force is given.</summary>
public abstract class CniRemoveCommand : CniCommand
{
    /// <summary>Does not ask. It suppresses nothing else: -WhatIf and an explicit -Confirm still count.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Asks whether to do it, when there is somebody to ask.</summary>
    /// <param name="target">What is removed.</param>
    /// <returns>Whether to do it.</returns>
    private protected bool IsConfirmed(string target) =>
        (Force && !IsWhatIf && GetSwitch("Confirm") is not true) || ShouldProcess($"Remove {target}{Connections.Latest.Rehearsal}", $"Remove {target}{Connections.Latest.Rehearsal}?", MyInvocation.MyCommand.Name);
}
