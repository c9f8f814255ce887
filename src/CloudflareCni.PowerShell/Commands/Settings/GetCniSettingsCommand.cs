using System.Management.Automation;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the CNI settings of an account.</summary>
[Cmdlet(VerbsCommon.Get, "CniSettings")]
[OutputType(typeof(CniSettings))]
public sealed class GetCniSettingsCommand : CniCommand
{
    private protected override void Process() =>
        WriteObject(Wait(GetClient().GetSettingsAsync(Stopped)));
}
