using System.Management.Automation;
using CloudflareCni.PowerShell.Connections;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Views;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Says what a credential is, whether it is valid, which account it reaches and what it may read. It changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CniConnection")]
[OutputType(typeof(CniConnectionTest), typeof(bool))]
public sealed class TestCniConnectionCommand : CniCommand
{
    /// <summary>Writes only whether the credential is valid and all may be read: $true or $false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process()
    {
        CniConnection connection = Connections.InUse;
        var probe = new ConnectionProbe(connection, accountId => GetClient(connection, accountId), AccountId ?? connection.AccountId, Stopped);
        CniConnectionTest test = Wait(probe.RunAsync());
        WriteObject(Quiet ? test.IsUsable : TimeMembers.With(test, nameof(test.ExpiresOn), test.ExpiresOn));
    }
}
