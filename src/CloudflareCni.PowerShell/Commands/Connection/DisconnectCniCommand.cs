using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Ends connections and releases their credentials.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Cni")]
public sealed class DisconnectCniCommand : PSCmdlet
{
    /// <summary>Specifies the connections to end. By default, the default connection of the runspace ends.</summary>
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

        // This also resets the state after a failed Connect-Cni, so that the environment variables are used again.
        if (Connection is null || (current is not null && !current.IsConnected))
        {
            DefaultConnection.Current = null;
        }
    }
}
