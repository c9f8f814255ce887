using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Files;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Sandboxes;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Starts a sandbox on 127.0.0.1 for other tools and other sessions.</summary>
[Cmdlet(VerbsLifecycle.Start, "CniSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(RunningSandbox))]
public sealed class StartCniSandboxCommand : StoppableCommand
{
    /// <summary>Specifies the port. 0 selects a free port.</summary>
    [Parameter(Position = 0)]
    [WholeNumberTransformation, ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Specifies the number of slots.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, 10_000_000)]
    public int? SlotCount { get; set; }

    /// <summary>Specifies the file that keeps the state from one start to the next.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Specifies how long a new interconnect stays Pending before it becomes Healthy, in seconds.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, int.MaxValue)]
    public int? ReadyAfterSec { get; set; }

    private protected override void Begin()
    {
        if (!ShouldProcess(Port == 0 ? "a free port on 127.0.0.1" : $"127.0.0.1:{Port}", "Start the CNI sandbox"))
        {
            return;
        }

        string? statePath = StatePath is null ? null : FileSystemPath.ResolveFile(SessionState.Path, nameof(StatePath), StatePath);
        RunningSandbox sandbox = SandboxFactory.Start(Port, SlotCount, statePath, ReadyAfterSec);
        RunningSandboxes.Add(sandbox);
        WriteObject(sandbox);
    }
}
