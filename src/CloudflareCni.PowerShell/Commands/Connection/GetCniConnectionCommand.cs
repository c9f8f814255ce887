using System.Management.Automation;
using CloudflareCni.PowerShell.Connections;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the connection that cmdlets of this runspace use by default, never with its credential. Without one it writes nothing.</summary>
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
