using System.Management.Automation;
using CloudflareCni.PowerShell.Connections;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Views;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Tests a connection: the kind of credential, whether it's valid, its account, and what it can read. It doesn't change anything.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CniConnection")]
[OutputType(typeof(CniConnectionTest), typeof(bool))]
public sealed class TestCniConnectionCommand : CniCommand
{
    /// <summary>Returns only $true if the credential is valid and can read everything; otherwise, $false.</summary>
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
