using System.Management.Automation;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that remove objects. They prompt for confirmation before each object unless -Force is specified.</summary>
public abstract class CniRemoveCommand : CniCommand
{
    /// <summary>Suppresses the confirmation prompt. -WhatIf and an explicit -Confirm still take effect.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets a value that indicates whether the command only shows what it would do.</summary>
    private protected bool IsWhatIf => GetSwitch("WhatIf") ?? LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Asks the user for confirmation if necessary.</summary>
    /// <param name="target">The object to remove.</param>
    /// <returns><see langword="true"/> if the object should be removed; otherwise, <see langword="false"/>.</returns>
    private protected bool IsConfirmed(string target) =>
        (Force && !IsWhatIf && GetSwitch("Confirm") is not true) || ShouldProcess($"Remove {target}", $"Remove {target}?", MyInvocation.MyCommand.Name);

    private bool? GetSwitch(string name) =>
        MyInvocation.BoundParameters.TryGetValue(name, out object? value) ? LanguagePrimitives.IsTrue(value) : null;
}
