using System.Management.Automation;
using CloudflareCni.PowerShell.Errors;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Runs when the module is imported, in every runspace, and when it's removed.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        DependencyLoader.Install();
        ModuleCopy.Forget();
        try
        {
            DependencyFiles.Check();
        }
        catch (CniException e)
        {
            throw new RuntimeException(e.Message, e, ErrorMap.ToErrorRecord(e, "CloudflareCni.PowerShell"));
        }
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        Connections.DefaultConnection.Clear();
        Sandboxes.RunningSandboxes.StopForRunspace();
    }
}
