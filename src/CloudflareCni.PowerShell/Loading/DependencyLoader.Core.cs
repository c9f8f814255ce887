using System.Reflection;
using System.Runtime.Loader;
using System.Threading;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Resolves the two private assemblies that the cmdlets use, and no others.</summary>
internal static class DependencyLoader
{
    private static int Installed;

    /// <summary>Adds a handler to the default context, once per process, even if several runspaces import the module.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref Installed, 1) == 0)
        {
            AssemblyLoadContext.Default.Resolving += Resolve;
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is "CloudflareCni.Client" or "CloudflareCni.Sandbox" ? Private.Context.LoadDependency(name.Name) : null;

    // Created with the first dependency, because the import shouldn't take longer for it.
    private static class Private
    {
        public static readonly DependencyLoadContext Context = new();
    }
}
