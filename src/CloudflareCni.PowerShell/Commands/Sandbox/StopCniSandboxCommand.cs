using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Sandboxes;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Stops sandboxes that Start-CniSandbox started.</summary>
[Cmdlet(VerbsLifecycle.Stop, "CniSandbox", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class StopCniSandboxCommand : StoppableCommand
{
    private const string ObjectSet = "InputObject";
    private const string PortSet = "Port";

    /// <summary>Specifies the sandboxes that Start-CniSandbox returned.</summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateSelection]
    public RunningSandbox[] InputObject { get; set; } = [];

    /// <summary>Specifies the ports of the sandboxes.</summary>
    [Parameter(ParameterSetName = PortSet, Mandatory = true)]
    [WholeNumberTransformation]
    [ValidateSelection]
    public int[] Port { get; set; } = [];

    private protected override void Process()
    {
        foreach (RunningSandbox sandbox in InputObject)
        {
            Stop(sandbox);
        }

        foreach (int port in Port)
        {
            Attempt(port, () => Stop(
                RunningSandboxes.Find(port) ?? throw new CniArgumentException(nameof(Port), $"No sandbox in this process is listening on port {port}. Use the port of a sandbox that Start-CniSandbox started in this process.")));
        }
    }

    private void Stop(RunningSandbox sandbox)
    {
        if (ShouldProcess(sandbox.ToString(), "Stop the CNI sandbox"))
        {
            RunningSandboxes.Stop(sandbox);
        }
    }
}
