using System.Management.Automation;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that remove objects. They prompt for confirmation before each object unless -Force is specified.</summary>
public abstract class CniRemoveCommand : CniCommand
{
    /// <summary>Suppresses the confirmation prompt. -WhatIf and an explicit -Confirm still take effect.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Asks the user for confirmation if necessary.</summary>
    /// <param name="target">The object to remove.</param>
    /// <returns><see langword="true"/> if the object should be removed; otherwise, <see langword="false"/>.</returns>
    private protected bool IsConfirmed(string target) =>
        (Force && !IsWhatIf && GetSwitch("Confirm") is not true) || ShouldProcess($"Remove {target}{Connections.Latest.Rehearsal}", $"Remove {target}{Connections.Latest.Rehearsal}?", MyInvocation.MyCommand.Name);
}
