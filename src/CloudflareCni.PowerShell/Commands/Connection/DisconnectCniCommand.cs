using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Ends connections and drops their credential.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Cni")]
public sealed class DisconnectCniCommand : PSCmdlet
{
    /// <summary>The connections to end. Without it: the runspace's default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateSelection]
    public CniConnection[]? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (CniConnection connection in Connection ?? (DefaultConnection.Current is { } current ? [current] : []))
        {
            connection.Disconnect();
            if (ReferenceEquals(connection, DefaultConnection.Current))
            {
                DefaultConnection.Current = null;
            }
        }
    }
}
