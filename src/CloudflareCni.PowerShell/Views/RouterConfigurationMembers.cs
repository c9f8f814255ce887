using System.Management.Automation;

namespace CloudflareCni.PowerShell.Views;

/// <summary>The flattened members of a router configuration, for tables. Named by the module's types file.</summary>
public static class RouterConfigurationMembers
{
    /// <summary>Gets the number of warnings.</summary>
    /// <param name="instance">A router configuration.</param>
    /// <returns>The number.</returns>
    public static int WarningCount(PSObject instance) => ((CniRouterConfiguration)instance.BaseObject).Warnings.Count;
}
