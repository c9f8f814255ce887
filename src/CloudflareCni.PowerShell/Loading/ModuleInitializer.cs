using System.Management.Automation;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>What the engine runs when the module is imported, in every runspace, and when it is removed.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => DependencyLoader.Install();

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        Connections.DefaultConnection.Clear();
        Sandboxes.RunningSandboxes.StopMine();
    }
}
