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
    [ConnectionTransformation(ConnectedOnly = true)]
    [ValidateSelection]
    public CniConnection[]? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        CniConnection? current = DefaultConnection.Current;
        foreach (CniConnection connection in Connection ?? (current is null ? [] : [current]))
        {
            connection.Disconnect();
        }

        // Without a default it also ends what a failed Connect-Cni left: the environment counts again.
        if (Connection is null || (current is not null && !current.IsConnected))
        {
            DefaultConnection.Current = null;
        }
    }
}
