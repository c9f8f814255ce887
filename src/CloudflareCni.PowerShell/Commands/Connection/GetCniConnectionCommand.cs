using System.Management.Automation;
using CloudflareCni.PowerShell.Connections;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the default connection of the runspace, without its credential. Returns nothing if there isn't one.</summary>
[Cmdlet(VerbsCommon.Get, "CniConnection")]
[OutputType(typeof(CniConnection))]
public sealed class GetCniConnectionCommand : StoppableCommand
{
    private protected override void Process()
    {
        if (DefaultConnection.Find() is { } connection)
        {
            WriteObject(connection);
        }
    }
}
